package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Visitors {@code visitor-1 …} and agents {@code agent-1 …}, known by tokens of those names. */
final class FakePeople implements Visitors, SignIns, Presences {
    final Set<AgentId> heartbeats = ConcurrentHashMap.newKeySet();
    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    final Map<AgentId, PresenceState> states = new ConcurrentHashMap<>();

    @Override
    public Optional<VisitorId> byToken(String token) {
        return token.startsWith("visitor-")
                ? Optional.of(new VisitorId(Long.parseLong(token.substring(8))))
                : Optional.empty();
    }

    @Override
    public Optional<Session> session(String token) {
        if (!token.startsWith("agent-") || revoked.contains(token)) {
            return Optional.empty();
        }
        var id = new AgentId(Long.parseLong(token.substring(6)));
        var role = id.value() == 99 ? Role.SUPERVISOR : Role.AGENT;
        var agent = new Agent(id, token, "张敏", role, Set.of(new TeamId(1)), List.of(), 3, true, 1);
        var actor = new Actor.Agent(id, "张敏", role.permissions());
        return Optional.of(new Session(actor, agent, "csrf", Instant.MAX));
    }

    @Override
    public void heartbeat(Collection<AgentId> agents) {
        heartbeats.addAll(agents);
    }

    @Override
    public List<PresenceState> list() {
        return List.copyOf(states.values());
    }

    @Override
    public Optional<PresenceState> find(AgentId agent) {
        return Optional.ofNullable(states.get(agent));
    }

    @Override
    public PresenceState set(
            Actor actor, AgentId agent, Presence presence, Optional<String> reason) {
        var state = new PresenceState(agent, presence, reason, Instant.EPOCH, 0, 3);
        states.put(agent, state);
        return state;
    }

    @Override
    public Arrival arrive(Visit visit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void viewed(VisitorId visitor, Visit visit) {}

    @Override
    public Visitor find(Actor actor, VisitorId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PageView> pages(Actor actor, VisitorId id, int limit) {
        return List.of();
    }

    @Override
    public Optional<org.hotdesk.api.customer.CustomerId> identify(VisitorId visitor) {
        return Optional.empty();
    }

    @Override
    public SignedIn signIn(String login, String password, String address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void signOut(String token) {}

    @Override
    public void revoke(Actor actor, AgentId agent) {}
}
