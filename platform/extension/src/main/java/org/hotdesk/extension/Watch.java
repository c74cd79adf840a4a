package org.hotdesk.extension;

/** Where components come from: the framework, or a test. */
interface Watch {
    /**
     * Tells a point of the components that are there, and of every one that comes or goes.
     *
     * @return ends it, and takes away all that are there
     */
    <S> Runnable begin(Class<S> type, GuardedPoint<S> point);
}
