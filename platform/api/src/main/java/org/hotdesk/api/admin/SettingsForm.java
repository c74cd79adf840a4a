package org.hotdesk.api.admin;

import org.hotdesk.api.Words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of one bundle while it runs, as the bundle describes it by OSGi Metatype.
 *
 * @param pid name of the configuration, such as {@code org.hotdesk.routing.returning}
 * @param bundle symbolic name of the bundle that describes it
 * @param revision grows with every change; 0 as long as nobody changed anything
 * @param changedBy name of who made this revision; empty for revision 0
 */
public record SettingsForm(
        String pid,
        String bundle,
        Words name,
        Words description,
        List<Field> fields,
        long revision,
        Optional<String> changedBy,
        Optional<Instant> changedAt) {
    public SettingsForm {
        fields = List.copyOf(fields);
    }

    /** What a field holds. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** A text that is not shown again. */
        SECRET,
        /** A whole number. */
        INTEGER,
        /** A number. */
        DECIMAL,
        /** {@code true} or {@code false}. */
        FLAG
    }

    /**
     * One setting.
     *
     * @param value as it is now, as text; that of a secret is empty
     * @param usual the value of a server that nobody has set up
     * @param least the least number, or number of characters
     * @param most the largest number, or number of characters
     * @param options the values that it can have; empty: any
     */
    public record Field(
            String id,
            Kind kind,
            Words name,
            Optional<Words> description,
            String value,
            String usual,
            Optional<String> least,
            Optional<String> most,
            List<Option> options) {
        public Field {
            options = List.copyOf(options);
        }
    }

    /** One of the values that a setting can have. */
    public record Option(String value, Words label) {}
}
