package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Patience;

import java.util.Map;

/** What somebody does in a {@link Seat}; called on one thread. */
interface Part {
    /** Where to connect. */
    String path();

    /** With which headers; may sign in. */
    Map<String, String> headers() throws Patience.Exhausted;

    /** The first frame. */
    ObjectNode hello();

    /** The server knows who this is; what was not acknowledged is sent again right after. */
    void welcomed(JsonNode welcome);

    /** The next line of a conversation, in order and once. */
    void heard(Heard line);

    /** Something else happened. */
    void event(String type, JsonNode frame);

    /** A command was carried out. */
    void acknowledged(Command command, JsonNode ack);

    /** A command was refused for good. */
    void refused(Command command, String reason);

    /** The server does not know this person (any more). */
    void dismissed();

    /** Whether there is nothing left to do. */
    boolean over();

    /** A line as it came; {@code at} is the moment by {@link System#nanoTime}. */
    record Heard(String conversation, String kind, String clientId, String text, long at) {
        static Heard of(JsonNode frame, long at) {
            return new Heard(
                    frame.path("conversation").asText(),
                    frame.path("kind").asText(),
                    frame.path("clientId").asText(),
                    frame.path("text").asText(),
                    at);
        }
    }
}
