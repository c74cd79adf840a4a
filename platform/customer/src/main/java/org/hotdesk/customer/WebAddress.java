package org.hotdesk.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL, read more patiently than {@link java.net.URI} does: browsers and
 * old search engines send characters that a strict parser refuses.
 *
 * @param host lower-case
 * @param query after the question mark, still encoded; empty when there is none
 * @param text the whole URL, without name and password, cut at 2,000 characters
 */
record WebAddress(String host, String path, String query, String text) {
    private static final int LONGEST = 2_000;
    private static final Pattern FORM =
            Pattern.compile(
                    "(https?)://(?:[^/?#@]*@)?([^/?#@:]+|\\[[0-9a-fA-F:.]+\\])(:\\d{1,5})?"
                            + "([^?#]*)(?:\\?([^#]*))?(#.*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cntrl}\\s<>\"\\\\]");

    /** The address in this text; empty when it is none, or of another scheme. */
    static Optional<WebAddress> parse(String text) {
        String cut = Text.cut(text, LONGEST);
        Matcher parts = FORM.matcher(cut);
        if (!parts.matches() || UNFIT.matcher(parts.group(2)).find()) {
            return Optional.empty();
        }
        String host = parts.group(2).toLowerCase(Locale.ROOT);
        String clean =
                parts.group(1).toLowerCase(Locale.ROOT)
                        + "://"
                        + host
                        + cut.substring(parts.end(2));
        return Optional.of(
                new WebAddress(
                        host,
                        parts.group(4),
                        Optional.ofNullable(parts.group(5)).orElse(""),
                        clean));
    }

    /** Its query string, to be asked for parameters. */
    QueryString parameters() {
        return new QueryString(query);
    }
}
