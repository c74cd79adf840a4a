package org.hotdesk.customer;

/**
 * Makes text from outside fit to be stored: no control characters, no half characters, not too
 * long.
 */
final class Text {
    private Text() {}

    static String cut(String text, int longest) {
        var kept = new StringBuilder(Math.min(text.length(), longest));
        text.strip()
                .codePoints()
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .map(point -> isHalf(point) ? '\uFFFD' : point)
                .takeWhile(point -> kept.length() + Character.charCount(point) <= longest)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
