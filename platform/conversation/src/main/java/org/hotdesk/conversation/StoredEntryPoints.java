package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.EntryPointChanged;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.RoutingPlanChanged;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.conversation.EntryPointTable.EntryPointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Entry points in the database, every revision kept; a team has its own before it is stored. */
@Component
public final class StoredEntryPoints implements EntryPoints {
    static final List<String> DEFAULT =
            List.of("source", "returning", "skill", "load", "round-robin");
    private static final Pattern OF_A_TEAM = Pattern.compile("team-[0-9]+");
    private static final int PAGE = 200;

    private final Tables tables;
    private final Teams teams;

    @Activate
    public StoredEntryPoints(@Reference Tables tables, @Reference Teams teams) {
        this.tables = tables;
        this.teams = teams;
    }

    @Override
    public List<EntryPoint> list() {
        List<EntryPoint> all = new ArrayList<>();
        List<EntryPointRow> rows = tables.entryPoints().all();
        for (Team team : teams.list()) {
            String key = EntryPoint.of(team.id());
            all.add(
                    rows.stream()
                            .filter(row -> row.entryPoint().equals(key))
                            .findFirst()
                            .map(row -> row.toEntryPoint(team.name()))
                            .orElseGet(() -> untouched(team)));
        }
        rows.stream()
                .filter(row -> !row.removed() && !isOfTeam(row.entryPoint()))
                .map(this::entryPoint)
                .forEach(all::add);
        return all;
    }

    private static boolean isOfTeam(String key) {
        return OF_A_TEAM.matcher(key).matches();
    }

    private static EntryPoint untouched(Team team) {
        return new EntryPoint(
                EntryPoint.of(team.id()),
                new EntryPoint.Details(team.name(), team.id(), DEFAULT),
                0,
                "Hotdesk",
                Instant.EPOCH);
    }

    private EntryPoint entryPoint(EntryPointRow row) {
        Words key = new Words(row.entryPoint(), row.entryPoint());
        return row.toEntryPoint(
                row.nameEn().isEmpty()
                        ? teams.find(new TeamId(row.team())).map(Team::name).orElse(key)
                        : key);
    }

    @Override
    public Optional<EntryPoint> find(String key) {
        return tables.entryPoints()
                .newest(key)
                .filter(row -> !row.removed())
                .map(this::entryPoint)
                .or(() -> team(key).map(StoredEntryPoints::untouched));
    }

    private Optional<Team> team(String key) {
        return isOfTeam(key)
                ? teams.list().stream()
                        .filter(team -> EntryPoint.of(team.id()).equals(key))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public EntryPoint of(TeamId team) {
        return find(EntryPoint.of(team)).orElseThrow(() -> Fault.notFound("team", team));
    }

    @Override
    public EntryPoint change(Actor actor, String key, long revision, EntryPoint.Details details) {
        actor.require(Permission.ROUTING_MANAGE);
        PlanRules.check(key, details);
        if (teams.find(details.team()).isEmpty()) {
            throw Fault.notFound("team", details.team());
        }
        if (isOfTeam(key) && !key.equals(EntryPoint.of(details.team()))) {
            throw Fault.invalid(
                    "team",
                    "entry-point-of-team",
                    new Words("客服组自己的接入点只能指向该组。", "A team's own entry point leads to that team."));
        }
        return store(actor, revision, new Draft(key, details, false));
    }

    @Override
    public void remove(Actor actor, String key, long revision) {
        actor.require(Permission.ROUTING_MANAGE);
        if (isOfTeam(key)) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "entry-point-of-team",
                    new Words(
                            "客服组自己的接入点随该组保留。",
                            "A team's own entry point stays as long as the team."));
        }
        EntryPoint point = find(key).orElseThrow(() -> Fault.notFound("entry-point", key));
        store(actor, revision, new Draft(key, point.details(), true));
    }

    /** A revision that is to be written. */
    private record Draft(String key, EntryPoint.Details details, boolean removed) {}

    private EntryPoint store(Actor actor, long revision, Draft draft) {
        try {
            return tables.transactions().run(() -> insert(actor, revision, draft));
        } catch (DuplicateKey changedAtTheSameTime) {
            throw Fault.stale("entry-point", draft.key());
        }
    }

    private EntryPoint insert(Actor actor, long revision, Draft draft) {
        Optional<EntryPointRow> newest = tables.entryPoints().newest(draft.key());
        // One that was taken away may be added again: its revisions go on.
        long last = newest.map(EntryPointRow::revision).orElse(0L);
        boolean gone = newest.map(EntryPointRow::removed).orElse(false);
        if (revision != last && !(gone && revision == 0)) {
            throw Fault.stale("entry-point", draft.key());
        }
        EntryPoint next =
                new EntryPoint(
                        draft.key(), draft.details(), last + 1, Names.of(actor), tables.now());
        tables.entryPoints().insert(EntryPointRow.of(next, draft.removed()));
        tables.events()
                .record(
                        Stream.concat(
                                        Stream.of(new EntryPointChanged(next, draft.removed())),
                                        Stream.of(next)
                                                .filter(point -> isOfTeam(point.key()))
                                                .map(StoredEntryPoints::planOf)
                                                .map(RoutingPlanChanged::new))
                                .map(event -> new Events.Deed(actor, event))
                                .toList());
        return next;
    }

    /** A team's own entry point as its plan. */
    static RoutingPlan planOf(EntryPoint point) {
        return new RoutingPlan(
                point.details().team(),
                point.revision(),
                point.details().strategies(),
                point.changedBy(),
                point.changedAt());
    }

    @Override
    public List<EntryPoint> history(String key, int limit) {
        return tables.entryPoints().history(key, Limits.limit(limit, PAGE)).stream()
                .map(this::entryPoint)
                .toList();
    }
}
