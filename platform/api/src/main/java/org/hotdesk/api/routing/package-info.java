/** Who gets a waiting conversation, and why. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.routing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
