package org.hotdesk.customer;

import java.util.Locale;

/** What a visitor is called whose name nobody knows: a word and a short code. */
final class VisitorName {
    /** Digits and letters that are not taken for each other (Crockford's base 32). */
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /** Four digits' worth of ids are scattered; an odd factor gives each id a code of its own. */
    private static final int BITS = 20;

    private static final long SCATTER = 0x9E377L;

    private VisitorName() {}

    static String of(long id, String language) {
        String word = Locale.forLanguageTag(language).getLanguage().equals("zh") ? "访客" : "Visitor";
        return word + " " + code(id);
    }

    private static String code(long id) {
        long mask = (1L << BITS) - 1;
        String low = digits((id & mask) * SCATTER & mask, 4);
        long rest = id >>> BITS;
        return rest == 0 ? low : digits(rest, 1) + low;
    }

    private static String digits(long number, int atLeast) {
        var digits = new StringBuilder();
        for (long left = number; left > 0 || digits.length() < atLeast; left /= 32) {
            digits.append(DIGITS.charAt((int) (left % 32)));
        }
        return digits.reverse().toString();
    }
}
