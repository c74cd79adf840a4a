package org.hotdesk.api.extension;

import org.hotdesk.api.Words;

import java.time.Instant;
import java.util.Optional;

/**
 * How one extension is doing.
 *
 * @param point class name of the extension point
 * @param cutOff whether it is not called for now
 * @param calls calls since it came
 * @param failures those of them that threw or timed out
 * @param failing failures since it last worked well, which is five good calls in a row; 0 when it
 *     works
 * @param lastFailure reason of the latest failure, and when it was
 */
public record ExtensionState(
        String point,
        Provenance extension,
        boolean cutOff,
        long calls,
        long failures,
        long failing,
        Optional<LastFailure> lastFailure) {

    /** A failure in words. */
    public record LastFailure(Instant at, Words reason) {}
}
