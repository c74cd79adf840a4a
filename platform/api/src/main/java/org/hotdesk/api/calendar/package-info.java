/** Business calendars: when somebody is at work, and how much working time lies between moments. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.calendar;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
