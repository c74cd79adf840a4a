/** What a plugin adds to the console. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.web;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
