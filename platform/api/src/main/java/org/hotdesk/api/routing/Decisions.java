package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/** The decision traces, kept with their conversations. */
@ProviderType
public interface Decisions {

    /** Every assignment of a conversation, oldest first; who may read it may read these. */
    List<Decision> of(Actor actor, ConversationId conversation);

    /** How a conversation was received; empty for those of before this was kept. */
    Optional<Reception> reception(Actor actor, ConversationId conversation);
}
