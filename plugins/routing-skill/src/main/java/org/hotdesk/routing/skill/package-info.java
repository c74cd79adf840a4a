/** Who knows it. */
@NullMarked
package org.hotdesk.routing.skill;

import org.jspecify.annotations.NullMarked;
