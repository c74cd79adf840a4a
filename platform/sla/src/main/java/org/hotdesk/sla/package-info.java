/** Business calendars: working hours, days off, public holidays. */
@NullMarked
package org.hotdesk.sla;

import org.jspecify.annotations.NullMarked;
