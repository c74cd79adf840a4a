package org.hotdesk.staff;

import static org.hotdesk.api.Permission.STAFF_MANAGE;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.util.Optional;

/** Lets in who knows a login and its password, and slows down who guesses. */
@Component
public final class SignInDesk implements SignIns {
    private final AgentRows rows;
    private final AgentBook agents;
    private final Transactions transactions;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;

    @Activate
    public SignInDesk(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Passwords passwords,
            @Reference Sessions sessions,
            @Reference FirstStart done) {
        this(storage, transactions, passwords, sessions, Clock.systemUTC());
    }

    SignInDesk(
            Storage storage,
            Transactions transactions,
            Passwords passwords,
            Sessions sessions,
            Clock clock) {
        this.rows = storage.mapper(AgentRows.class);
        this.agents = new AgentBook(rows);
        this.transactions = transactions;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = new Throttle(clock);
    }

    @Override
    public SignedIn signIn(String login, String password, String address) {
        Optional<String> stored = StaffRules.login(login);
        String name = stored.orElse(login);
        throttle.check(name, address);
        Optional<AgentRows.Secret> secret = stored.flatMap(rows::secretByLogin);
        // Outside the transaction, and for somebody unknown too: it takes the same time.
        boolean right =
                passwords.matches(
                        password,
                        secret.map(AgentRows.Secret::password).orElse(passwords.nobodys()));
        // Asked again: others may have failed while this one waited for its turn.
        throttle.check(name, address);
        if (!right) {
            throw refused(name, address);
        }
        SignedIn signedIn =
                transactions.run(
                        () ->
                                secret.flatMap(known -> agents.find(new AgentId(known.id())))
                                        .filter(Agent::active)
                                        .map(sessions::begin)
                                        .orElseThrow(() -> refused(name, address)));
        throttle.succeeded(name);
        return signedIn;
    }

    private Fault refused(String login, String address) {
        throttle.failed(login, address);
        return Fault.of(
                Fault.Category.UNAUTHENTICATED,
                "sign-in-refused",
                new Words(
                        "账号或密码不正确，或账号已停用。",
                        "Login or password is wrong, or the account is closed."));
    }

    @Override
    public Optional<Session> session(String token) {
        return sessions.find(new Token(token));
    }

    @Override
    public void signOut(String token) {
        sessions.end(new Token(token));
    }

    @Override
    public void revoke(Actor actor, AgentId agent) {
        if (!(actor instanceof Actor.Agent own && own.id().equals(agent))) {
            actor.require(STAFF_MANAGE);
        }
        sessions.endAllOf(agent);
    }
}
