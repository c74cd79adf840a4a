package org.hotdesk.extension;

import org.hotdesk.api.extension.ProbationListener;

import java.util.function.Consumer;

/** Where components come from: the framework, or a test. */
interface Watch {
    /**
     * Tells a point of the components that are there, and of every one that comes or goes.
     *
     * @return ends it, and takes away all that are there
     */
    <S> Runnable begin(Class<S> type, GuardedPoint<S> point);

    /** Tells everybody who wants to know how new versions do. */
    void listeners(Consumer<ProbationListener> news);
}
