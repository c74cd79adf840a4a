package org.hotdesk.staff;

import static org.hotdesk.api.Permission.STAFF_MANAGE;
import static org.hotdesk.api.Permission.STAFF_READ;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.AgentChanged;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The members of staff in the database. */
@Component
public final class AgentDirectory implements Agents {
    private final AgentRows rows;
    private final TeamRows teams;
    private final AgentBook book;
    private final PresenceDesk presences;
    private final Transactions transactions;
    private final Events events;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    @Activate
    public AgentDirectory(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Passwords passwords,
            @Reference Sessions sessions) {
        this(storage, transactions, events, new Doors(passwords, sessions, Clock.systemUTC()));
    }

    /** What sign-in is made of. */
    record Doors(Passwords passwords, Sessions sessions, Clock clock) {}

    AgentDirectory(Storage storage, Transactions transactions, Events events, Doors doors) {
        this.rows = storage.mapper(AgentRows.class);
        this.teams = storage.mapper(TeamRows.class);
        this.book = new AgentBook(rows);
        this.presences = new PresenceDesk(storage, transactions, events, doors.clock());
        this.transactions = transactions;
        this.events = events;
        this.passwords = doors.passwords();
        this.sessions = doors.sessions();
        this.clock = doors.clock();
    }

    @Override
    public List<Agent> list(Actor actor) {
        actor.require(STAFF_READ);
        return transactions.run(book::all);
    }

    @Override
    public Optional<Agent> find(AgentId id) {
        return transactions.run(() -> book.find(id));
    }

    @Override
    public Agent add(Actor actor, AgentDetails details, String password) {
        actor.require(STAFF_MANAGE);
        StaffRules.check(details);
        StaffRules.checkPassword(password);
        String hash = passwords.hash(password);
        return transactions.run(() -> addInside(actor, details, hash));
    }

    /** Adds somebody in the transaction of the caller, who has checked everything. */
    Agent addInside(Actor actor, AgentDetails details, String hash) {
        rows.lock();
        checkTeams(details);
        checkLoginFree(details.login(), Optional.empty());
        long id =
                rows.insert(
                        details.login(), details.name(), details.role(), details.active(), hash);
        rows.insertPresence(id, details.capacity(), Time.now(clock));
        rows.insertHeartbeat(id, Time.now(clock));
        writeTeamsAndSkills(id, details);
        return recorded(actor, new AgentId(id));
    }

    @Override
    public Agent change(Actor actor, AgentId id, long version, AgentDetails details) {
        actor.require(STAFF_MANAGE);
        StaffRules.check(details);
        return transactions.run(() -> changeInside(actor, id, version, details));
    }

    private Agent changeInside(Actor actor, AgentId id, long version, AgentDetails details) {
        rows.lock();
        Agent before = book.find(id).orElseThrow(() -> Fault.notFound("agent", id));
        checkTeams(details);
        checkLoginFree(details.login(), Optional.of(id));
        if (!rows.update(row(id, version, details))) {
            throw Fault.stale("agent", id);
        }
        if (rows.countActive(Role.ADMINISTRATOR) == 0) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "last-administrator",
                    new Words(
                            "至少要保留一位可以管理成员的管理员，请先指定另一位。",
                            "Nobody would be left who may manage staff; make somebody else an administrator"
                                    + " first."));
        }
        rows.updateCapacity(id.value(), details.capacity());
        rows.leaveTeams(id.value());
        rows.forgetSkills(id.value());
        writeTeamsAndSkills(id.value(), details);
        if (before.active() && !details.active()) {
            presences.leave(actor, id);
            sessions.endAllOf(id);
        }
        sessions.forgetAfterCommit();
        return recorded(actor, id);
    }

    @Override
    public void setPassword(Actor actor, AgentId id, Optional<String> old, String password) {
        boolean own = actor instanceof Actor.Agent agent && agent.id().equals(id);
        if (own) {
            checkOld(id, old);
        } else {
            actor.require(STAFF_MANAGE);
        }
        StaffRules.checkPassword(password);
        String hash = passwords.hash(password);
        transactions.run(
                () -> {
                    if (!rows.updatePassword(id, hash)) {
                        throw Fault.notFound("agent", id);
                    }
                    // Somebody else sets a password when the old one is lost or stolen.
                    if (!own) {
                        sessions.endAllOf(id);
                    }
                });
    }

    private void checkOld(AgentId id, Optional<String> old) {
        AgentRows.Secret secret = rows.secret(id).orElseThrow(() -> Fault.notFound("agent", id));
        if (old.isEmpty() || !passwords.matches(old.get(), secret.password())) {
            throw Fault.invalid(
                    "old", "password-wrong", new Words("原密码不正确。", "The old password is wrong."));
        }
    }

    private void checkTeams(AgentDetails details) {
        var existing = new HashSet<TeamId>();
        teams.all().forEach(row -> existing.add(new TeamId(row.id())));
        StaffRules.checkTeams(details.teams(), existing);
    }

    private void checkLoginFree(String login, Optional<AgentId> owner) {
        boolean taken =
                rows.secretByLogin(login)
                        .map(AgentRows.Secret::id)
                        .filter(id -> !owner.map(AgentId::value).equals(Optional.of(id)))
                        .isPresent();
        if (taken) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "login-taken",
                    new Words(
                            "账号 " + login + " 已被使用。",
                            "Somebody else has the login " + login + "."));
        }
    }

    private void writeTeamsAndSkills(long id, AgentDetails details) {
        details.teams().forEach(team -> rows.join(id, team));
        int position = 0;
        for (SkillLevel skill : details.skills()) {
            rows.learn(id, position++, skill.skill(), skill.level());
        }
    }

    private Agent recorded(Actor actor, AgentId id) {
        Agent agent = book.find(id).orElseThrow(() -> Fault.notFound("agent", id));
        events.record(actor, new AgentChanged(agent));
        return agent;
    }

    private static AgentRows.Row row(AgentId id, long version, AgentDetails details) {
        return new AgentRows.Row(
                id.value(),
                details.login(),
                details.name(),
                details.role(),
                details.capacity(),
                details.active(),
                version);
    }
}
