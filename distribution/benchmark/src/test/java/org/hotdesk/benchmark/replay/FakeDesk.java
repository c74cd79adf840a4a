package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.hotdesk.benchmark.client.Json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A desk in memory that speaks the live protocol, and errs as told. */
final class FakeDesk {
    private final Mischief mischief;
    private final Map<String, FakeChat> chats = new LinkedHashMap<>();
    private final Map<String, Session> visitors = new LinkedHashMap<>();
    private final Map<String, Session> agents = new LinkedHashMap<>();
    private final Set<Session> cut = new HashSet<>();
    private int frames;
    private int acks;
    private int lines;
    private int assigned;

    FakeDesk(Mischief mischief) {
        this.mischief = mischief;
    }

    /** Handles one frame of somebody; {@code agent} or a visitor by that name. */
    synchronized void frame(Session session, boolean agent, String name, JsonNode frame) {
        if (cut.contains(session)) {
            return;
        }
        var type = frame.path("type").asText();
        if (!type.equals("hello")) {
            frames++;
            if (mischief.cutEvery() > 0 && frames % mischief.cutEvery() == 0) {
                cut.add(session);
                session.disconnect();
                return;
            }
        }
        switch (type) {
            case "hello" -> hello(session, agent, name, frame);
            case "open" -> open(session, name, frame);
            case "send" -> send(session, agent, name, frame);
            case "fetch" -> fetch(session, frame);
            case "close" -> close(session, frame);
            case "presence" -> presence(session, name, frame);
            default -> error(session, frame, "unknown-type", 400);
        }
    }

    private void hello(Session session, boolean agent, String name, JsonNode frame) {
        (agent ? agents : visitors).put(name, session);
        var welcome = Json.frame("welcome");
        if (agent) {
            welcome.putObject("presence").put("agent", name).put("presence", "ONLINE");
            var mine = welcome.putArray("mine");
            held(name).forEach(chat -> mine.add(chat.json(true)));
            tell(session, welcome);
            for (var seen : frame.path("seen").properties()) {
                held(name).stream()
                        .filter(chat -> chat.id.equals(seen.getKey()))
                        .forEach(chat -> replay(session, chat, seen.getValue().asInt()));
            }
            chats.values().forEach(this::assign);
        } else {
            var chat = ofVisitor(name);
            chat.ifPresent(found -> welcome.set("conversation", found.json(false)));
            tell(session, welcome);
            chat.ifPresent(found -> replay(session, found, frame.path("seen").asInt()));
        }
    }

    private List<FakeChat> held(String agent) {
        return chats.values().stream()
                .filter(
                        chat ->
                                chat.state.equals("ACTIVE")
                                        && chat.agent.equals(Optional.of(agent)))
                .toList();
    }

    private Optional<FakeChat> ofVisitor(String name) {
        return chats.values().stream().filter(chat -> chat.visitor.equals(name)).findFirst();
    }

    private void replay(Session session, FakeChat chat, int after) {
        chat.lines.subList(after, chat.lines.size()).forEach(line -> tell(session, line));
    }

    private void open(Session session, String visitor, JsonNode frame) {
        var chat = ofVisitor(visitor).orElseGet(() -> begin(visitor));
        boolean fresh = chat.lines.isEmpty();
        var line = chat.keep(text(frame, "clientId"), "VISITOR", "TEXT", text(frame, "text"));
        var ack = Json.frame("ack").put("id", text(frame, "id"));
        acknowledge(session, ack.set("conversation", chat.json(false)));
        if (fresh) {
            tell(session, line);
            assign(chat);
        }
    }

    private FakeChat begin(String visitor) {
        var chat = new FakeChat(Integer.toString(chats.size() + 1), visitor);
        chats.put(chat.id, chat);
        return chat;
    }

    private void assign(FakeChat chat) {
        if (chat.state.equals("QUEUED") && !agents.isEmpty()) {
            var names = new ArrayList<>(agents.keySet());
            give(chat, names.get(assigned++ % names.size()));
        }
    }

    private void give(FakeChat chat, String agent) {
        var before = chat.agent;
        chat.state = "ACTIVE";
        chat.agent = Optional.of(agent);
        var joined = "system-" + chat.lines.size();
        post(chat, chat.keep(joined, "SYSTEM", "SYSTEM", "agent-joined"));
        changed(chat, before);
    }

    private void changed(FakeChat chat, Optional<String> formerAgent) {
        var event = Json.frame("conversation").put("change", "assigned");
        var forAgents = event.deepCopy().<ObjectNode>set("conversation", chat.json(true));
        chat.agent.map(agents::get).ifPresent(session -> tell(session, forAgents));
        formerAgent.map(agents::get).ifPresent(session -> tell(session, forAgents));
        event.set("conversation", chat.json(false));
        Optional.ofNullable(visitors.get(chat.visitor)).ifPresent(session -> tell(session, event));
    }

    private void send(Session session, boolean agent, String name, JsonNode frame) {
        var chat = chats.get(text(frame, "conversation"));
        if (chat == null || (agent && !chat.agent.equals(Optional.of(name)))) {
            error(session, frame, "forbidden", 403);
            return;
        }
        if (chat.isTaken(text(frame, "clientId"), name)) {
            error(session, frame, "client-id-taken", 409);
            return;
        }
        chat.authors.put(text(frame, "clientId"), name);
        int before = chat.lines.size();
        var side = agent ? "AGENT" : "VISITOR";
        var line = chat.keep(text(frame, "clientId"), side, "TEXT", text(frame, "text"));
        var ack = Json.frame("ack").put("id", text(frame, "id"));
        ack.putObject("message").put("seq", line.path("seq").asInt());
        acknowledge(session, ack);
        if (chat.lines.size() > before) {
            post(chat, line);
            reroute(chat);
        }
    }

    private void post(FakeChat chat, ObjectNode line) {
        Optional.ofNullable(visitors.get(chat.visitor)).ifPresent(session -> tell(session, line));
        chat.agent.map(agents::get).ifPresent(session -> tell(session, line));
    }

    private void reroute(FakeChat chat) {
        lines++;
        var others = agents.keySet().stream().filter(name -> !chat.agent.equals(Optional.of(name)));
        if (mischief.rerouteEvery() > 0 && lines % mischief.rerouteEvery() == 0) {
            others.findFirst().ifPresent(other -> give(chat, other));
        }
    }

    private void fetch(Session session, JsonNode frame) {
        Optional.ofNullable(chats.get(text(frame, "conversation")))
                .ifPresent(chat -> replay(session, chat, frame.path("after").asInt()));
        acknowledge(session, Json.frame("ack").put("id", text(frame, "id")).put("more", false));
    }

    private void close(Session session, JsonNode frame) {
        var chat = chats.get(text(frame, "conversation"));
        if (chat == null) {
            error(session, frame, "not-found", 404);
            return;
        }
        chat.state = "CLOSED";
        acknowledge(session, Json.frame("ack").put("id", text(frame, "id")));
        changed(chat, Optional.empty());
    }

    private void presence(Session session, String name, JsonNode frame) {
        if (!text(frame, "presence").equals("ONLINE")) {
            agents.remove(name);
        }
        acknowledge(session, Json.frame("ack").put("id", text(frame, "id")));
    }

    private static String text(JsonNode frame, String field) {
        return frame.path(field).asText();
    }

    private void acknowledge(Session session, ObjectNode ack) {
        acks++;
        if (mischief.dropAckEvery() == 0 || acks % mischief.dropAckEvery() != 0) {
            tell(session, ack);
        }
    }

    private static void error(Session session, JsonNode frame, String code, int status) {
        var error = Json.frame("error").put("id", text(frame, "id")).put("code", code);
        tell(session, error.put("status", status).put("message", code));
    }

    private static void tell(Session session, JsonNode frame) {
        session.sendText(frame.toString(), Callback.NOOP);
    }

    /** The transcript of a conversation, as this desk says it is. */
    synchronized List<ObjectNode> transcript(String id) {
        return Optional.ofNullable(chats.get(id))
                .map(chat -> mischief.tamper().apply(new ArrayList<>(chat.lines)))
                .orElse(List.of());
    }
}
