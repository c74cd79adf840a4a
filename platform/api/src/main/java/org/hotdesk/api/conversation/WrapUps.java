package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.Optional;

/** What agents say of conversations after their end; never shown to visitors. Thread-safe. */
@ProviderType
public interface WrapUps {

    /** That of a conversation; empty when there is none, and for visitors always. */
    Optional<WrapUp> find(Actor actor, ConversationId id);

    /**
     * Says what it was about, and closes the conversation. By its agent, or with {@code
     * conversation.manage}. The same once more changes nothing.
     *
     * @param category code of a category; empty: none
     * @param summary at most 5,000 characters; may be empty
     * @throws org.hotdesk.api.Fault INVALID {@code category-unknown}; FORBIDDEN; NOT_FOUND;
     *     CONFLICT {@code not-in-wrap-up}
     */
    Conversation finish(Actor actor, ConversationId id, Optional<String> category, String summary);
}
