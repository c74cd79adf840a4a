package org.hotdesk.live;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.SignIns.Session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The staff's part of the protocol. */
final class AgentDialogue implements Dialogue {
    private static final int LISTED = 200;

    private final Hub hub;
    private final String token;
    private final Set<ConversationId> watched = new HashSet<>();
    private volatile Optional<Session> session = Optional.empty();

    AgentDialogue(Hub hub, String token) {
        this.hub = hub;
        this.token = token;
    }

    String token() {
        return token;
    }

    Optional<Session> session() {
        return session;
    }

    @Override
    public void hello(Command hello, Connection connection) throws InterruptedException {
        var signedIn =
                hub.services().signIns().session(token).orElseThrow(AgentDialogue::signedOut);
        connection.outbox().hold();
        enter(signedIn, connection);
        var actor = signedIn.actor();
        hub.services().presences().heartbeat(List.of(actor.id()));
        hello.optionalText("presence").ifPresent(wish -> comeBack(actor, presence(wish)));
        var mine = mine(actor);
        connection.outbox().sendFirst(Frames.welcome(welcome(signedIn, mine)));
        for (var conversation : mine) {
            if (conversation.state().isOpen()) {
                hub.router().routes().serves(conversation);
            }
            var seen = hello.fields().path("seen").path(conversation.id().toString());
            if (seen.isIntegralNumber()) {
                hub.talk().catchUp(actor, conversation, seen(seen), connection);
            }
        }
        connection.outbox().release();
    }

    private static long seen(JsonNode number) {
        return Math.max(0, number.longValue());
    }

    private static Fault signedOut() {
        return Fault.of(
                Fault.Category.UNAUTHENTICATED,
                "not-signed-in",
                new Words("请先登录。", "Sign in first."));
    }

    /** Hears from now on what this session may hear. */
    private synchronized void enter(Session signedIn, Connection connection) {
        var connections = hub.connections();
        session = Optional.of(signedIn);
        connections.staff.add(connection);
        connections.agents.add(signedIn.actor().id(), connection);
        signedIn.agent().teams().forEach(team -> connections.queues.add(team, connection));
        if (signedIn.actor().may(Permission.CONVERSATION_READ_ALL)) {
            connections.readers.add(connection);
        }
        if (connection.closingAt() != 0) {
            ended(connection);
        }
    }

    /** Takes over what somebody changed about this agent. */
    void renew(Session now, Connection connection) {
        var changed =
                session.filter(
                        before ->
                                !before.agent().teams().equals(now.agent().teams())
                                        || !before.actor().equals(now.actor()));
        if (changed.isPresent()) {
            leaveQueues(connection);
            enter(now, connection);
        }
    }

    private synchronized void leaveQueues(Connection connection) {
        var connections = hub.connections();
        session.ifPresent(
                before ->
                        before.agent()
                                .teams()
                                .forEach(team -> connections.queues.remove(team, connection)));
        connections.readers.remove(connection);
    }

    /** A presence counts only when the connection was lost: else the agent decided it since. */
    private void comeBack(Actor.Agent actor, Presence wish) {
        var lost =
                hub.services()
                        .presences()
                        .find(actor.id())
                        .filter(state -> state.presence() == Presence.OFFLINE)
                        .flatMap(PresenceState::reason)
                        .filter("connection-lost"::equals);
        if (lost.isPresent()) {
            hub.services().presences().set(actor, actor.id(), wish, Optional.empty());
        }
    }

    private List<Conversation> mine(Actor.Agent actor) {
        var filter =
                ConversationFilter.in(ConversationState.ACTIVE, ConversationState.WRAP_UP)
                        .of(actor.id());
        var all = new ArrayList<Conversation>();
        var cursor = Optional.<String>empty();
        do {
            var page = hub.services().conversations().list(actor, filter, cursor, LISTED);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private Frames.AgentWelcome welcome(Session signedIn, List<Conversation> mine) {
        var services = hub.services();
        var waiting = ConversationFilter.in(ConversationState.QUEUED);
        var queue =
                services.conversations()
                        .list(signedIn.actor(), waiting, Optional.empty(), LISTED)
                        .items();
        return new Frames.AgentWelcome(
                "welcome",
                signedIn.agent(),
                services.presences().find(signedIn.actor().id()),
                mine,
                queue,
                services.presences().list());
    }

    @Override
    public void command(Command command, Connection connection) throws InterruptedException {
        var actor = session.map(Session::actor).orElseThrow(AgentDialogue::signedOut);
        if (hub.talk().does(command, actor, connection)) {
            return;
        }
        switch (command.type()) {
            case "close" ->
                    hub.services()
                            .conversations()
                            .close(actor, command.conversation(), command.optionalText("category"));
            case "presence" ->
                    hub.services()
                            .presences()
                            .set(
                                    actor,
                                    actor.id(),
                                    presence(command.text("presence")),
                                    command.optionalText("reason"));
            case "note", "recall-note" -> note(command, actor);
            case "survey" -> hub.services().surveys().ask(actor, command.conversation());
            case "watch" -> watch(command, actor, connection);
            case "unwatch" -> unwatch(command.conversation(), connection);
            default ->
                    throw Fault.invalid(
                            "type",
                            "unknown-command",
                            new Words("没有这个命令，已忽略。", "There is no such command: it is ignored."));
        }
        Talk.acknowledge(command, connection);
    }

    private void note(Command command, Actor.Agent actor) {
        var notes = hub.services().notes();
        if (command.type().equals("note")) {
            notes.write(actor, command.conversation(), command.draft());
        } else {
            notes.recall(actor, command.conversation(), command.number("number"));
        }
    }

    private static Presence presence(String name) {
        try {
            return Presence.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Fault.invalid(
                    "presence",
                    "bad-presence",
                    new Words(
                            "presence 为 ONLINE、BUSY、AWAY 或 OFFLINE。",
                            "presence is ONLINE, BUSY, AWAY or OFFLINE."));
        }
    }

    private void watch(Command command, Actor.Agent actor, Connection connection) {
        var conversation = hub.services().conversations().find(actor, command.conversation());
        synchronized (this) {
            if (watched.size() >= LISTED) {
                throw Fault.of(
                        Fault.Category.CONFLICT,
                        "too-many-watched",
                        new Words(
                                "最多同时关注 " + LISTED + " 个会话。",
                                "At most " + LISTED + " conversations are watched at once."));
            }
            watched.add(conversation.id());
            hub.connections().watchers.add(conversation.id(), connection);
        }
    }

    private synchronized void unwatch(ConversationId conversation, Connection connection) {
        watched.remove(conversation);
        hub.connections().watchers.remove(conversation, connection);
    }

    @Override
    public synchronized void ended(Connection connection) {
        var connections = hub.connections();
        connections.staff.remove(connection);
        session.ifPresent(signedIn -> connections.agents.remove(signedIn.actor().id(), connection));
        leaveQueues(connection);
        watched.forEach(conversation -> connections.watchers.remove(conversation, connection));
        watched.clear();
    }

    @Override
    public void sent(Outgoing.Line line) {
        session.map(Session::actor)
                .filter(actor -> line.side() == Author.Side.VISITOR)
                .filter(actor -> line.agent().filter(actor.id()::equals).isPresent())
                .ifPresent(actor -> hub.deliveries().note(actor, line.conversation(), line.seq()));
    }
}
