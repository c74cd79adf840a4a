package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Json;

import java.util.Optional;

/**
 * Something asked of the server, until it is answered.
 *
 * @param kept sent again after a break, until it is answered
 * @param cue the line that it carries
 */
record Command(ObjectNode frame, String conversation, boolean kept, Optional<Scripts.Cue> cue) {

    static Command open(Script script, Optional<String> team) {
        var frame = Json.frame("open").put("clientId", script.clientId(0));
        frame.put("text", script.line(0).text()).put("language", script.recording().language());
        team.ifPresent(id -> frame.put("team", id));
        return new Command(frame, "", true, Optional.of(new Scripts.Cue(script, 0)));
    }

    static Command send(Script script, int turn, String conversation) {
        var frame = Json.frame("send").put("conversation", conversation);
        frame.put("clientId", script.clientId(turn)).put("text", script.line(turn).text());
        var cue = new Scripts.Cue(script, turn);
        return new Command(frame, conversation, true, Optional.of(cue));
    }

    static Command close(String conversation) {
        var frame = Json.frame("close").put("conversation", conversation);
        return new Command(frame, conversation, true, Optional.empty());
    }

    static Command fetch(String conversation, long after) {
        var frame = Json.frame("fetch").put("conversation", conversation).put("after", after);
        return new Command(frame, conversation, false, Optional.empty());
    }

    static Command presence(String presence) {
        var frame = Json.frame("presence").put("presence", presence);
        return new Command(frame, "", false, Optional.empty());
    }

    String type() {
        return frame.path("type").asText();
    }
}
