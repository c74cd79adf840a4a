/** Chats from start to close, their queues, and who gets them. */
@NullMarked
package org.hotdesk.conversation;

import org.jspecify.annotations.NullMarked;
