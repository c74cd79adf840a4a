package org.hotdesk.rest;

import java.util.List;
import java.util.Locale;

/** Which of Hotdesk's two languages a reader wants. */
final class Languages {
    private Languages() {}

    /**
     * The first of ours among those that a reader accepts; else English.
     *
     * @param header {@code Accept-Language} as it came; empty text when there was none
     */
    static Locale best(String header) {
        return accepted(header).stream()
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(language -> language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
                .orElse(Locale.ENGLISH);
    }

    private static List<String> accepted(String header) {
        try {
            return header.isBlank()
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                            .toList();
        } catch (IllegalArgumentException malformed) {
            return List.of();
        }
    }
}
