package org.hotdesk.rest;

import jakarta.ws.rs.WebApplicationException;

import org.hotdesk.api.Fault;
import org.jspecify.annotations.Nullable;

/** Which version somebody read before changing a thing. */
final class Versions {
    private Versions() {}

    /**
     * The version in an {@code If-Match} header.
     *
     * @throws WebApplicationException 428 when there is none
     */
    static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new WebApplicationException(
                    Problem.of(428, "version-missing", "Send the ETag that you read as If-Match.")
                            .response());
        }
        try {
            return Long.parseLong(ifMatch.replaceFirst("^W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Fault.invalid("If-Match", "bad-version", "If-Match holds an ETag of ours.");
        }
    }
}
