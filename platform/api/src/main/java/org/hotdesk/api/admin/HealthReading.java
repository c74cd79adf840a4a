package org.hotdesk.api.admin;

import java.util.Map;

/**
 * How one part is doing.
 *
 * @param part such as {@code database}
 * @param message what is wrong and what to do, or a short "fine"
 * @param figures anything countable, such as {@code connections}
 */
public record HealthReading(
        String part, Status status, String message, Map<String, String> figures) {
    public HealthReading {
        figures = Map.copyOf(figures);
    }

    /** How well a part does. */
    public enum Status {
        /** All is well. */
        UP,
        /** Works, with something missing or slow. */
        DEGRADED,
        /** Does not work; the server is not ready. */
        DOWN
    }
}
