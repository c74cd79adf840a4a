/** Whose turn it is. */
@NullMarked
package org.hotdesk.routing.round.robin;

import org.jspecify.annotations.NullMarked;
