/** The assembled server as people use it: widget and console in a real browser. */
@NullMarked
package org.hotdesk.browser;

import org.jspecify.annotations.NullMarked;
