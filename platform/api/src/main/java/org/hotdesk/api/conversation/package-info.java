/** Chats from start to close. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.conversation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
