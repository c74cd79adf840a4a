package org.hotdesk.api.staff;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.Optional;

/**
 * Sign-in and sessions. Passwords are kept as Argon2id; sessions are rows, known by the hash of
 * their token, so that they can be revoked and survive a restart.
 */
@ProviderType
public interface SignIns {

    /**
     * A session that was just made.
     *
     * @param token the secret of the session cookie; nobody can read it again
     */
    record SignedIn(String token, Session session) {}

    /**
     * Somebody who is signed in.
     *
     * @param csrf must come back as a header with every change that a browser asks for
     */
    record Session(Actor.Agent actor, Agent agent, String csrf, Instant expires) {}

    /**
     * Signs somebody in.
     *
     * @param address of the caller, for throttling
     * @throws org.hotdesk.api.Fault UNAUTHENTICATED, the same whether login or password is wrong;
     *     TOO_MANY after repeated failures of this login or address, or when too many sign in at
     *     once
     */
    SignedIn signIn(String login, String password, String address);

    /** The session of this token; empty when there is none, it has ended or was revoked. Fast. */
    Optional<Session> session(String token);

    /** Ends the session of this token; nothing happens when there is none. */
    void signOut(String token);

    /** Ends all sessions of somebody: one's own, or anybody's with {@code staff.manage}. */
    void revoke(Actor actor, AgentId agent);
}
