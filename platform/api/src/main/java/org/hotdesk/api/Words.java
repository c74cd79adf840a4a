package org.hotdesk.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A short text in both languages of Hotdesk. */
public record Words(String zhCn, String en) {
    public Words {
        if (zhCn.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("Words are needed in Chinese and in English.");
        }
    }

    /** A text that is the same in both, such as a name or what a library says. */
    public static Words same(String text) {
        return new Words(text, text);
    }

    /** Several texts in a row; at least one. */
    public static Words list(List<Words> texts) {
        return new Words(joined(texts, Words::zhCn, "；"), joined(texts, Words::en, "; "));
    }

    private static String joined(List<Words> texts, Function<Words, String> in, String between) {
        return texts.stream().map(in).collect(Collectors.joining(between));
    }

    /** The text for a reader's language: Chinese for any Chinese locale, else English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zhCn : en;
    }
}
