package org.hotdesk.api.routing;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** How agents did, counted by day, agent and category. */
@ProviderType
public interface TrackRecords {

    /**
     * Everybody's record in one category, whoever has one. Fast, at most a minute old, and as
     * costly after ten years as after one: made for strategies.
     *
     * @param category as conversations are closed with; empty: all of them together
     * @param days how many days back, today included: 1 to 400
     */
    List<TrackRecord> of(String category, int days);

    /**
     * The site tells that a conversation led to an order; once is enough. Needs {@code
     * conversation.manage}.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND
     */
    void converted(Actor actor, ConversationId conversation);
}
