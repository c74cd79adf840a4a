package org.hotdesk.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head and foot that all pages of the sample shop share; a page begins with its titles as
 * comments and is otherwise its {@code <main>} alone.
 *
 * @param html the frame, with its gaps in double braces
 */
record ShopFrame(String html) {
    private static final Pattern TITLE = Pattern.compile("<!-- (title-zh|title-en): (.*) -->\\n");
    private static final Pattern GAP = Pattern.compile("\\{\\{(index|cart|orders)}}");

    /** The whole page; where it is in the menu, the menu says so. */
    String around(String name, String page) {
        String whole = html;
        Matcher title = TITLE.matcher(page);
        while (title.find()) {
            whole = whole.replace("{{" + title.group(1) + "}}", title.group(2));
        }
        whole = whole.replace("{{main}}", TITLE.matcher(page).replaceAll(""));
        String own = name.substring(1, name.length() - ".html".length());
        return GAP.matcher(whole)
                .replaceAll(gap -> gap.group(1).equals(own) ? " aria-current=\"page\"" : "");
    }
}
