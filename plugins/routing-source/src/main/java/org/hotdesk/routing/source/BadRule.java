package org.hotdesk.routing.source;

import org.hotdesk.api.Words;

/** What is wrong with the rules as they were written, in words for the person who wrote them. */
final class BadRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    BadRule(String zhCn, String en) {
        super(en);
        words = new Words(zhCn, en);
    }

    Words words() {
        return words;
    }
}
