package org.hotdesk.api.staff;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/** The teams. Changes need {@code staff.manage}; anybody may know that a team is there. */
@ProviderType
public interface Teams {

    /** All teams, oldest first; the first takes what names no team. Never empty. */
    List<Team> list();

    /** One team; empty when there is none with this id. */
    Optional<Team> find(TeamId id);

    /** Adds a team. */
    Team add(Actor actor, Words name);

    /**
     * Renames a team.
     *
     * @throws org.hotdesk.api.Fault STALE when it has been changed since it was read
     */
    Team rename(Actor actor, TeamId id, long version, Words name);
}
