package org.hotdesk.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.hotdesk.api.Actor;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.SignIns.Session;
import org.hotdesk.api.staff.SignIns.SignedIn;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who is signed in. A session lasts twelve hours after its last use and a week at most.
 *
 * <p>Every request asks, so answers are remembered for a few seconds. Each carries the count of
 * changes at which it was read; any change of sessions or agents on this node makes all of them
 * count for nothing, so what is revoked is gone at once.
 */
@Component(service = Sessions.class)
public final class Sessions {
    private static final Duration UNUSED = Duration.ofHours(12);
    private static final Duration ALTOGETHER = Duration.ofDays(7);

    /** How much of the time is used up before the row is written again. */
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(5);

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;

    private record Remembered(Session session, long changes) {}

    private final SessionRows rows;
    private final AgentBook agents;
    private final Transactions transactions;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Remembered> remembered;

    @Activate
    public Sessions(@Reference Storage storage, @Reference Transactions transactions) {
        this(storage, transactions, Clock.systemUTC());
    }

    Sessions(Storage storage, Transactions transactions, Clock clock) {
        this.rows = storage.mapper(SessionRows.class);
        this.agents = new AgentBook(storage.mapper(AgentRows.class));
        this.transactions = transactions;
        this.clock = clock;
        this.remembered =
                Caffeine.newBuilder()
                        .maximumSize(MOST_REMEMBERED)
                        .expireAfterWrite(REMEMBERED)
                        .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                        .build();
    }

    SignedIn begin(Agent agent) {
        Token token = Token.random();
        Instant now = Time.now(clock);
        Instant expires = now.plus(UNUSED);
        rows.deleteExpired(now);
        rows.insert(token.hash(), agent.id(), now, expires);
        return new SignedIn(token.value(), session(token, agent, expires));
    }

    Optional<Session> find(Token token) {
        if (!token.isWellFormed()) {
            return Optional.empty();
        }
        String hash = token.hash();
        Remembered known = remembered.getIfPresent(hash);
        if (known != null
                && known.changes() == changes.get()
                && clock.instant().isBefore(known.session().expires())) {
            return Optional.of(known.session());
        }
        long before = changes.get();
        Optional<Session> found = transactions.run(() -> read(token, hash));
        found.ifPresent(session -> remembered.put(hash, new Remembered(session, before)));
        return found;
    }

    void end(Token token) {
        if (token.isWellFormed()) {
            rows.delete(token.hash());
            forgetAfterCommit();
        }
    }

    void endAllOf(AgentId agent) {
        rows.deleteOf(agent);
        forgetAfterCommit();
    }

    /** Sessions or the agents in them change: nothing that was remembered holds any longer. */
    void forgetAfterCommit() {
        transactions.afterCommit(changes::incrementAndGet);
    }

    private Optional<Session> read(Token token, String hash) {
        Instant now = Time.now(clock);
        return rows.find(hash)
                .filter(row -> now.isBefore(row.expiresAt()))
                .flatMap(
                        row ->
                                agents.find(new AgentId(row.agentId()))
                                        .map(agent -> session(token, agent, slide(hash, row))));
    }

    private Instant slide(String hash, SessionRows.Row row) {
        Instant end = row.createdAt().plus(ALTOGETHER);
        Instant wanted = Time.now(clock).plus(UNUSED);
        Instant expires = wanted.isBefore(end) ? wanted : end;
        if (expires.isBefore(row.expiresAt().plus(WRITTEN_EVERY))) {
            return row.expiresAt();
        }
        rows.extend(hash, expires);
        return expires;
    }

    private static Session session(Token token, Agent agent, Instant expires) {
        var actor = new Actor.Agent(agent.id(), agent.name(), agent.role().permissions());
        return new Session(actor, agent, token.csrf(), expires);
    }
}
