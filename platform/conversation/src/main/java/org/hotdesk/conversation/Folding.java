package org.hotdesk.conversation;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes texts alike that differ in case, width or invisible characters alone: NFKC (Unicode
 * Standard Annex 15), lower case, no format characters.
 */
final class Folding {
    private Folding() {}

    static String fold(String text) {
        String plain =
                Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                        ? text
                        : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return withoutFormat(plain.toLowerCase(Locale.ROOT));
    }

    private static String withoutFormat(String text) {
        int first = 0;
        while (first < text.length() && !isFormat(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            if (!isFormat(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isFormat(char each) {
        return each >= 0x00ad && Character.getType(each) == Character.FORMAT;
    }
}
