/** Tests of calendars. */
@NullMarked
package org.hotdesk.sla;

import org.jspecify.annotations.NullMarked;
