package org.hotdesk.extension;

import org.hotdesk.api.extension.Outcome;

/** The outcome of asking one component, and what it says about that component. */
record Attempt<R>(Outcome<R> outcome, Verdict verdict) {

    /** What a call says about the component. */
    enum Verdict {
        /** It answered. */
        GOOD,
        /** It failed by its own fault. */
        BAD,
        /** It was asked, and is not to blame for the outcome. */
        NEITHER,
        /** It was not asked, because it may not be or is full. */
        NOT_ASKED,
        /** It has gone. */
        GONE
    }
}
