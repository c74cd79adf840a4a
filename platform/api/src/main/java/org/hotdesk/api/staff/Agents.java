package org.hotdesk.api.staff;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/** The members of staff. Changes need {@code staff.manage}, reading needs {@code staff.read}. */
@ProviderType
public interface Agents {

    /** Everybody, by name; also those who are not active. */
    List<Agent> list(Actor actor);

    /** One member of staff; empty when there is none with this id. */
    Optional<Agent> find(AgentId id);

    /**
     * Adds somebody.
     *
     * @param password at least 10 characters
     * @throws org.hotdesk.api.Fault INVALID with the field; CONFLICT when the login is taken
     */
    Agent add(Actor actor, AgentDetails details, String password);

    /**
     * Changes somebody; who is no longer active loses all sessions at once.
     *
     * @param version the version that was read
     * @throws org.hotdesk.api.Fault STALE when it has been changed since; CONFLICT when nobody
     *     active would be left who may manage staff
     */
    Agent change(Actor actor, AgentId id, long version, AgentDetails details);

    /** Sets a password: one's own with the old one, anybody's with {@code staff.manage}. */
    void setPassword(Actor actor, AgentId id, Optional<String> old, String password);
}
