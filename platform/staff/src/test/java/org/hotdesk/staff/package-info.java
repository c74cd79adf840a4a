/** Tests of staff. */
@NullMarked
package org.hotdesk.staff;

import org.jspecify.annotations.NullMarked;
