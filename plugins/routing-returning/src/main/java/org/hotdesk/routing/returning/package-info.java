/** Who knows this customer. */
@NullMarked
package org.hotdesk.routing.returning;

import org.jspecify.annotations.NullMarked;
