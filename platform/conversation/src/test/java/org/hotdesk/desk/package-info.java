/** The staff of tests, with tables of their own. */
@NullMarked
package org.hotdesk.desk;

import org.jspecify.annotations.NullMarked;
