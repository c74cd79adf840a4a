/** What happened: every event of Hotdesk, and how to hear of it. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
