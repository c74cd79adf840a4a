/** What a plugin adds to the REST interface. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.rest;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
