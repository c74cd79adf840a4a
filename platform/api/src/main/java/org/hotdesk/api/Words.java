package org.hotdesk.api;

import java.util.Locale;

/** A short text in both languages of Hotdesk. */
public record Words(String zhCn, String en) {
    public Words {
        if (zhCn.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("Words are needed in Chinese and in English.");
        }
    }

    /** The text for a reader's language: Chinese for any Chinese locale, else English. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? zhCn : en;
    }
}
