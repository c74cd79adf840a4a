package org.hotdesk.staff;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.hotdesk.persistence.TestDatabase;
import org.hotdesk.testkit.HandClock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All services of staff over one test database, with a clock that is moved by hand. */
final class StaffRoom {
    static final Actor BOSS = new Actor.Platform("test");
    static final String PASSWORD = "correct horse battery";
    static final Duration GRACE = Duration.ofSeconds(30);

    final HandClock clock = HandClock.inTheMorning();
    final Storage storage;
    final Transactions transactions;
    final Passwords passwords = new Passwords();
    final Sessions sessions;
    final AgentDirectory agents;
    final TeamDirectory teams;
    final PresenceBoard presences;
    final SlotLedger slots;
    final SignInDesk signIns;
    private final List<Event> heard = new CopyOnWriteArrayList<>();

    StaffRoom(TestDatabase database) {
        storage = database.storage(AgentDirectory.class);
        transactions = database.transactions();
        sessions = new Sessions(storage, transactions, clock);
        agents =
                new AgentDirectory(
                        storage,
                        transactions,
                        database.events(),
                        new AgentDirectory.Doors(passwords, sessions, clock));
        teams = new TeamDirectory(storage, transactions, database.events(), clock);
        presences = new PresenceBoard(storage, transactions, database.events(), clock, GRACE);
        slots = new SlotLedger(storage, clock);
        signIns = new SignInDesk(storage, transactions, passwords, sessions, clock);
        database.listen(recorded -> heard.add(recorded.event()));
    }

    /** What was committed, in order. */
    <E extends Event> List<E> heard(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Team team(String name) {
        return teams.add(BOSS, new Words(name, name));
    }

    /** Somebody who answers, with room for three. */
    static AgentDetails agentNamed(String login, TeamId... teams) {
        return new AgentDetails(
                login,
                login.toUpperCase(java.util.Locale.ROOT),
                Role.AGENT,
                Set.of(teams),
                List.of(new SkillLevel("returns", 3)),
                3,
                true);
    }

    static AgentDetails administrator(String login) {
        return new AgentDetails(login, login, Role.ADMINISTRATOR, Set.of(), List.of(), 0, true);
    }

    /** Adds somebody without the cost of a password hash. */
    Agent add(AgentDetails details) {
        return transactions.run(() -> agents.addInside(BOSS, details, passwords.nobodys()));
    }

    Agent online(AgentDetails details) {
        Agent agent = add(details);
        presences.set(BOSS, agent.id(), Presence.ONLINE, Optional.empty());
        return agent;
    }

    /** The agent as somebody who is signed in. */
    static Actor.Agent as(Agent agent) {
        return new Actor.Agent(agent.id(), agent.name(), agent.role().permissions());
    }

    static AgentDetails details(Agent agent) {
        return new AgentDetails(
                agent.login(),
                agent.name(),
                agent.role(),
                agent.teams(),
                agent.skills(),
                agent.capacity(),
                agent.active());
    }

    static AgentDetails inactive(Agent agent) {
        return new AgentDetails(
                agent.login(),
                agent.name(),
                agent.role(),
                agent.teams(),
                agent.skills(),
                agent.capacity(),
                false);
    }
}
