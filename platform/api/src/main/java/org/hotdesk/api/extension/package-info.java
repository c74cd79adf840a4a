/** How plugins are named, found and called. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.extension;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
