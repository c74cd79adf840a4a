package org.hotdesk.rest;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One administrator, password {@code right}, token {@code secret}; teams and agents in memory. */
final class FakeStaff implements SignIns, Teams, Agents {
    private static final Agent ADMIN =
            new Agent(
                    new AgentId(1),
                    "admin",
                    "张敏",
                    Role.ADMINISTRATOR,
                    Set.of(new TeamId(1)),
                    List.of(new SkillLevel("退货", 3)),
                    0,
                    true,
                    3);
    final Session session =
            new Session(
                    new Actor.Agent(ADMIN.id(), ADMIN.name(), ADMIN.role().permissions()),
                    ADMIN,
                    "csrf-1",
                    Instant.parse("2026-11-22T00:00:00Z"));
    private final List<Team> teams = new CopyOnWriteArrayList<>();

    @Override
    public SignedIn signIn(String login, String password, String address) {
        if (!password.equals("right")) {
            throw Fault.of(
                    Fault.Category.UNAUTHENTICATED,
                    "sign-in-failed",
                    new Words("账号或密码不正确。", "Login or password is wrong."));
        }
        return new SignedIn("secret", session);
    }

    @Override
    public Optional<Session> session(String token) {
        return token.equals("secret") ? Optional.of(session) : Optional.empty();
    }

    @Override
    public void signOut(String token) {}

    @Override
    public void revoke(Actor actor, AgentId agent) {}

    @Override
    public List<Team> list() {
        return List.copyOf(teams);
    }

    @Override
    public Optional<Team> find(TeamId id) {
        return teams.stream().filter(team -> team.id().equals(id)).findFirst();
    }

    @Override
    public Team add(Actor actor, Words name) {
        var team = new Team(new TeamId(teams.size() + 1), name, 7);
        teams.add(team);
        return team;
    }

    @Override
    public Team rename(Actor actor, TeamId id, long version, Words name) {
        if (version != 7) {
            throw Fault.stale("team", id);
        }
        return new Team(id, name, 8);
    }

    @Override
    public List<Agent> list(Actor actor) {
        return new ArrayList<>(List.of(ADMIN));
    }

    @Override
    public Optional<Agent> find(AgentId id) {
        return Optional.of(ADMIN).filter(agent -> agent.id().equals(id));
    }

    @Override
    public Agent add(Actor actor, AgentDetails details, String password) {
        throw new IllegalStateException("the disk is on fire");
    }

    @Override
    public Agent change(Actor actor, AgentId id, long version, AgentDetails details) {
        throw Fault.stale("agent", id);
    }

    @Override
    public void setPassword(Actor actor, AgentId id, Optional<String> old, String password) {}
}
