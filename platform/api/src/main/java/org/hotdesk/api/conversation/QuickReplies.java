package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/**
 * The texts that agents write often: everybody's own, and shared ones, which are changed with
 * {@code message.manage}. Thread-safe.
 */
@ProviderType
public interface QuickReplies {

    /**
     * What a quick reply is to be.
     *
     * @param personal whether it is the agent's own; then there is no team
     * @param shortcut 1 to 40 characters without white space
     * @param title at most 100 characters
     * @param text 1 to 5,000 characters
     */
    record Details(
            boolean personal, Optional<TeamId> team, String shortcut, String title, String text) {}

    /**
     * One's own, and the shared ones for everybody and one's teams, by shortcut; with {@code
     * message.manage} those of all teams. To a visitor there are none.
     */
    List<QuickReply> list(Actor actor);

    /**
     * Adds one.
     *
     * @throws org.hotdesk.api.Fault INVALID; FORBIDDEN for a shared one; CONFLICT {@code
     *     too-many-replies} above 1,000 of one's own or 10,000 shared
     */
    QuickReply add(Actor actor, Details details);

    /**
     * Changes one; personal stays personal.
     *
     * @throws org.hotdesk.api.Fault INVALID; FORBIDDEN; NOT_FOUND; STALE
     */
    QuickReply change(Actor actor, QuickReplyId id, long version, Details details);

    /** Removes one; what is not there is removed already. */
    void remove(Actor actor, QuickReplyId id);
}
