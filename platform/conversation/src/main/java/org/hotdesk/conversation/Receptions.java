package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.Customers;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Receives visitors: finds their entry point, and lets its plan say where they belong. */
@Component(service = Receptions.class)
public final class Receptions {
    private final Teams teams;
    private final EntryPoints entryPoints;
    private final Acquaintance acquaintance;
    private final Placer placer;

    @Activate
    public Receptions(
            @Reference Tables tables,
            @Reference Teams teams,
            @Reference EntryPoints entryPoints,
            @Reference Customers customers,
            @Reference Strategies strategies) {
        this.teams = teams;
        this.entryPoints = entryPoints;
        acquaintance = new Acquaintance(customers, tables.receptions());
        placer = new Placer(strategies.point(), team -> teams.find(team).isPresent());
    }

    /** Asks plugins: not within a transaction. */
    Received receive(Visitor person, Opening opening) {
        EntryPoint entry =
                opening.entryPoint()
                        .flatMap(entryPoints::find)
                        .orElseGet(() -> entryPoints.of(team(opening)));
        Arrival arrival = acquaintance.of(person, opening, entry.key());
        return new Received(arrival, placer.place(entry, arrival));
    }

    private TeamId team(Opening opening) {
        TeamId team = opening.team().orElseGet(() -> teams.list().getFirst().id());
        if (teams.find(team).isEmpty()) {
            throw Fault.notFound("team", team);
        }
        return team;
    }
}
