package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation of a {@link FakeDesk}. */
final class FakeChat {
    final String id;
    final String visitor;
    final List<ObjectNode> lines = new ArrayList<>();
    final Map<String, String> authors = new HashMap<>();
    String state = "QUEUED";
    Optional<String> agent = Optional.empty();

    FakeChat(String id, String visitor) {
        this.id = id;
        this.visitor = visitor;
    }

    /** Keeps a line, once for each client id. */
    ObjectNode keep(String clientId, String side, String kind, String text) {
        for (var line : lines) {
            if (line.path("clientId").asText().equals(clientId)) {
                return line;
            }
        }
        var line = Json.frame("message").put("conversation", id).put("seq", lines.size() + 1);
        line.put("clientId", clientId).put("kind", kind).put("text", text);
        line.putObject("author").put("side", side).put("id", "1").put("name", side);
        lines.add(line);
        return line;
    }

    /** Whether a client id is that of somebody else's line. */
    boolean isTaken(String clientId, String name) {
        return !name.equals(authors.getOrDefault(clientId, name));
    }

    ObjectNode json(boolean forAgent) {
        var json = Json.object().put("id", id).put("state", state).put("lastSeq", lines.size());
        if (forAgent) {
            json.put("agent", agent.orElse(""));
        } else {
            agent.ifPresent(name -> json.putObject("agent").put("name", name));
        }
        return json;
    }
}
