package org.hotdesk.desk;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.Transactions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The staff of a test, in a table of its own; agent n is in team 1 + n modulo the number of teams.
 */
public final class Desk implements Slots {
    private final DeskTable table;
    private final Transactions transactions;
    private final Events events;
    private final int teams;
    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    public Desk(DeskTable table, Transactions transactions, Events events, int teams) {
        this.table = table;
        this.transactions = transactions;
        this.events = events;
        this.teams = teams;
    }

    public AgentId add(long id, Presence presence, int capacity) {
        table.add(id, "agent " + id, presence, capacity);
        return new AgentId(id);
    }

    public static Actor.Agent actor(AgentId agent) {
        return new Actor.Agent(agent, "agent " + agent, Role.AGENT.permissions());
    }

    public List<DeskTable.DeskRow> rows() {
        return table.all();
    }

    public Agents agents() {
        return new DeskAgents();
    }

    public Teams teams() {
        return new DeskTeams();
    }

    public Presences presences() {
        return new DeskPresences();
    }

    private Set<TeamId> teamsOf(long agent) {
        return Set.of(new TeamId(1 + agent % teams));
    }

    @Override
    public List<Availability> ofTeam(TeamId team) {
        return table.all().stream()
                .filter(row -> row.presence() != Presence.OFFLINE)
                .filter(row -> teamsOf(row.id()).contains(team))
                .map(Desk::availability)
                .toList();
    }

    private static Availability availability(DeskTable.DeskRow row) {
        return new Availability(
                new AgentId(row.id()),
                row.name(),
                row.presence(),
                row.loadNow(),
                row.capacity(),
                row.handled(),
                row.lastAssigned(),
                List.of());
    }

    @Override
    public boolean take(AgentId agent, int weight) {
        return table.take(agent.value(), weight, clock.instant());
    }

    @Override
    public void force(AgentId agent, int weight) {
        throw new AssertionError("nobody assigns by hand here");
    }

    @Override
    public void release(AgentId agent, int weight) {
        table.release(agent.value(), weight);
    }

    private final class DeskAgents implements Agents {
        @Override
        public List<Agent> list(Actor actor) {
            return table.all().stream().map(this::agent).toList();
        }

        @Override
        public Optional<Agent> find(AgentId id) {
            return table.find(id.value()).map(this::agent);
        }

        private Agent agent(DeskTable.DeskRow row) {
            return new Agent(
                    new AgentId(row.id()),
                    "agent" + row.id(),
                    row.name(),
                    Role.AGENT,
                    teamsOf(row.id()),
                    List.of(),
                    row.capacity(),
                    true,
                    1);
        }

        @Override
        public Agent add(Actor actor, AgentDetails details, String password) {
            throw new AssertionError("nobody is hired here");
        }

        @Override
        public Agent change(Actor actor, AgentId id, long version, AgentDetails details) {
            throw new AssertionError("nobody changes here");
        }

        @Override
        public void setPassword(Actor actor, AgentId id, Optional<String> old, String password) {
            throw new AssertionError("nobody has a password here");
        }
    }

    private final class DeskTeams implements Teams {
        @Override
        public List<Team> list() {
            return LongStream.rangeClosed(1, teams)
                    .mapToObj(id -> new Team(new TeamId(id), new Words("组", "Team " + id), 1))
                    .toList();
        }

        @Override
        public Optional<Team> find(TeamId id) {
            return list().stream().filter(team -> team.id().equals(id)).findFirst();
        }

        @Override
        public Team add(Actor actor, Words name) {
            throw new AssertionError("no team is founded here");
        }

        @Override
        public Team rename(Actor actor, TeamId id, long version, Words name) {
            throw new AssertionError("no team is renamed here");
        }
    }

    private final class DeskPresences implements Presences {
        @Override
        public List<PresenceState> list() {
            return table.all().stream().map(this::state).toList();
        }

        @Override
        public Optional<PresenceState> find(AgentId agent) {
            return table.find(agent.value()).map(this::state);
        }

        private PresenceState state(DeskTable.DeskRow row) {
            return new PresenceState(
                    new AgentId(row.id()),
                    row.presence(),
                    Optional.empty(),
                    Instant.EPOCH,
                    row.loadNow(),
                    row.capacity());
        }

        @Override
        public PresenceState set(
                Actor actor, AgentId agent, Presence presence, Optional<String> reason) {
            return transactions.runAgainOnDeadlock(
                    () -> {
                        table.presence(agent.value(), presence);
                        PresenceState state = find(agent).orElseThrow();
                        events.record(actor, new PresenceChanged(state, teamsOf(agent.value())));
                        return state;
                    });
        }

        @Override
        public void heartbeat(Collection<AgentId> agents) {
            // Presence never ends by itself here.
        }
    }
}
