package org.hotdesk.api.extension;

import java.time.Duration;

/** How a call into a plugin ended. */
public sealed interface Outcome<R> {

    /** The plugin answered. */
    record Answered<R>(R answer, Provenance by, Duration took) implements Outcome<R> {}

    /** No plugin of that name is there now. */
    record Missing<R>(String extension) implements Outcome<R> {}

    /** The plugin threw; {@code reason} is the exception's class and message. */
    record Failed<R>(Provenance by, String reason, Duration took) implements Outcome<R> {}

    /** The plugin did not answer within its time; whatever it answers later is ignored. */
    record TimedOut<R>(Provenance by, Duration budget) implements Outcome<R> {}

    /** The plugin failed so often that it is not called for a while. */
    record CutOff<R>(Provenance by) implements Outcome<R> {}
}
