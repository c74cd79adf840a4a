package org.hotdesk.api.admin;

import org.hotdesk.api.Words;

import java.util.Map;

/**
 * How one part is doing.
 *
 * @param part such as {@code database}
 * @param message what is wrong and what to do, or {@link #FINE}
 * @param figures anything countable, such as {@code connections}
 */
public record HealthReading(
        String part, Status status, Words message, Map<String, String> figures) {
    /** Nothing more to say. */
    public static final Words FINE = new Words("正常", "fine");

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
