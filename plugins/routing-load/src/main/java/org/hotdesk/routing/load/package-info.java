/** Who has the least to do. */
@NullMarked
package org.hotdesk.routing.load;

import org.jspecify.annotations.NullMarked;
