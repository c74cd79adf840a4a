/** Bundles and health, as an administrator sees them. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.admin;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
