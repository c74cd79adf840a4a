/** Where they come from. */
@NullMarked
package org.hotdesk.routing.source;

import org.jspecify.annotations.NullMarked;
