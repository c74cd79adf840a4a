package org.hotdesk.rest;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;

/** How many at once. */
final class Limits {
    private Limits() {}

    /**
     * The limit that was asked for.
     *
     * @throws Fault INVALID when it is not between 1 and {@code most}
     */
    static int within(int most, int asked) {
        if (asked < 1 || asked > most) {
            throw Fault.invalid(
                    "limit",
                    "bad-limit",
                    new Words("limit 为 1 到 " + most + "。", "limit is between 1 and " + most + "."));
        }
        return asked;
    }
}
