package org.hotdesk.benchmark.client;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * What the REST interface answered.
 *
 * @param body a missing node where there is no JSON
 */
public record Answer(int status, JsonNode body, Optional<String> tag, Optional<String> retryAfter) {

    /** Whether it was done. */
    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /**
     * Whether the same request may go well later: too fast, or not right now, or not there yet. A
     * server that is starting knows no resources and says 404, without naming a problem.
     */
    public boolean passing() {
        boolean nothingThere = status == 404 && !body.has("type");
        return status == 429 || status >= 500 || nothingThere;
    }

    /** This answer, or the end of the program when it was refused. */
    public Answer orRefuse(String what) {
        if (!ok()) {
            throw Refusal.failure(what + " was refused: " + reason());
        }
        return this;
    }

    /** What the server says about it. */
    public String reason() {
        var said = body.path("detail").asText(body.path("title").asText(""));
        return said.isEmpty() ? "status " + status : said + " (status " + status + ")";
    }
}
