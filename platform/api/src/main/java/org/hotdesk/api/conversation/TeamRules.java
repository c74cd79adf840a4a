package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rules by which teams end their conversations; changed with {@code conversation.set-up}.
 * Thread-safe.
 */
@ProviderType
public interface TeamRules {

    /**
     * The rules of a team, those of the beginning when nobody changed them. As of the last five
     * seconds where another node changed them.
     */
    EndingRules of(TeamId team);

    /**
     * Puts other rules in place; conversations that are under way go by them at once. A survey that
     * was sent keeps its form and its end.
     *
     * @param rules whose version is that of the rules that were read
     * @throws org.hotdesk.api.Fault FORBIDDEN; INVALID; NOT_FOUND for the team; STALE
     */
    EndingRules change(Actor actor, EndingRules rules);
}
