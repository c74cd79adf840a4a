package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.RoutingPlanChanged;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.RoutingPlan;
import org.hotdesk.api.routing.RoutingPlans;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.DuplicateKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Routing plans in the database, every revision kept. */
@Component
public final class StoredPlans implements RoutingPlans {
    private static final List<String> DEFAULT = List.of("load", "round-robin");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MOST = 20;

    private final Tables tables;
    private final Teams teams;
    private final Strategies strategies;

    @Activate
    public StoredPlans(
            @Reference Tables tables, @Reference Teams teams, @Reference Strategies strategies) {
        this.tables = tables;
        this.teams = teams;
        this.strategies = strategies;
    }

    @Override
    public RoutingPlan of(TeamId team) {
        return newest(team)
                .orElseGet(() -> new RoutingPlan(team, 0, DEFAULT, "Hotdesk", Instant.EPOCH));
    }

    private Optional<RoutingPlan> newest(TeamId team) {
        return tables.plans().newest(team.value()).map(StoredPlans::plan);
    }

    private static RoutingPlan plan(PlanTable.PlanRow row) {
        List<String> names =
                row.strategies().isEmpty() ? List.of() : List.of(row.strategies().split(","));
        return new RoutingPlan(
                new TeamId(row.team()), row.revision(), names, row.changedBy(), row.changedAt());
    }

    @Override
    public RoutingPlan change(Actor actor, TeamId team, long revision, List<String> names) {
        actor.require(Permission.ROUTING_MANAGE);
        check(names);
        if (teams.find(team).isEmpty()) {
            throw Fault.notFound("team", team);
        }
        try {
            return tables.transactions().run(() -> store(actor, team, revision, names));
        } catch (DuplicateKey changedAtTheSameTime) {
            throw Fault.stale("routing-plan", team);
        }
    }

    private RoutingPlan store(Actor actor, TeamId team, long revision, List<String> names) {
        if (of(team).revision() != revision) {
            throw Fault.stale("routing-plan", team);
        }
        RoutingPlan plan =
                new RoutingPlan(team, revision + 1, names, Names.of(actor), tables.now());
        tables.plans()
                .insert(
                        new PlanTable.PlanRow(
                                team.value(),
                                plan.revision(),
                                String.join(",", names),
                                plan.changedBy(),
                                plan.changedAt()));
        tables.events().record(actor, new RoutingPlanChanged(plan));
        return plan;
    }

    private static void check(List<String> names) {
        if (names.size() > MOST) {
            throw Fault.invalid(
                    "strategies",
                    "too-many-strategies",
                    new Words("一个方案最多 20 个策略。", "A plan has at most 20 strategies."));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw Fault.invalid(
                    "strategies",
                    "strategy-twice",
                    new Words("每个策略在方案中只能出现一次。", "Each strategy stands in a plan once."));
        }
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw Fault.invalid(
                        "strategies",
                        "strategy-name-invalid",
                        new Words(
                                "策略名称由小写字母、数字和连字符组成。",
                                "A strategy is named in lower-case letters, digits and hyphens."));
            }
        }
    }

    @Override
    public List<Provenance> installed() {
        return strategies.point().present();
    }
}
