/** What every part of Hotdesk speaks about: who acts, what may be done, what went wrong. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
