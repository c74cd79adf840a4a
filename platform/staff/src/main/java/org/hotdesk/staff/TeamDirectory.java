package org.hotdesk.staff;

import static org.hotdesk.api.Permission.STAFF_MANAGE;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.TeamChanged;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The teams in the database.
 *
 * <p>Every conversation asks for them, so they are remembered for a few seconds; a change on this
 * node is seen at once.
 */
@Component
public final class TeamDirectory implements Teams {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    /** All teams as they were read. */
    private record Reading(List<Team> teams, long changes, Instant until) {}

    private final TeamRows rows;
    private final Transactions transactions;
    private final Events events;
    private final Clock clock;
    private final AtomicLong changes = new AtomicLong();
    private volatile Reading latest = new Reading(List.of(), -1, Instant.EPOCH);

    @Activate
    public TeamDirectory(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference FirstStart done) {
        this(storage, transactions, events, Clock.systemUTC());
    }

    TeamDirectory(Storage storage, Transactions transactions, Events events, Clock clock) {
        this.rows = storage.mapper(TeamRows.class);
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Team> list() {
        Reading known = latest;
        if (known.changes() == changes.get() && clock.instant().isBefore(known.until())) {
            return known.teams();
        }
        // Counted before the reading: what is changed while we read makes the reading count for
        // nothing.
        long before = changes.get();
        List<Team> teams = rows.all().stream().map(TeamDirectory::team).toList();
        latest = new Reading(teams, before, clock.instant().plus(REMEMBERED));
        return teams;
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return list().stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Override
    public Team add(Actor actor, Words name) {
        actor.require(STAFF_MANAGE);
        StaffRules.checkTeamName(name);
        return transactions.run(
                () -> {
                    long id = rows.insert(name.zhCn(), name.en());
                    return recorded(actor, new Team(new TeamId(id), name, 1));
                });
    }

    @Override
    public Team rename(Actor actor, TeamId id, long version, Words name) {
        actor.require(STAFF_MANAGE);
        StaffRules.checkTeamName(name);
        return transactions.run(
                () -> {
                    if (!rows.rename(id, version, name.zhCn(), name.en())) {
                        throw rows.all().stream().anyMatch(row -> row.id() == id.value())
                                ? Fault.stale("team", id)
                                : Fault.notFound("team", id);
                    }
                    return recorded(actor, new Team(id, name, version + 1));
                });
    }

    private Team recorded(Actor actor, Team team) {
        events.record(actor, new TeamChanged(team));
        transactions.afterCommit(changes::incrementAndGet);
        return team;
    }

    private static Team team(TeamRows.Row row) {
        return new Team(
                new TeamId(row.id()), new Words(row.nameZhCn(), row.nameEn()), row.version());
    }
}
