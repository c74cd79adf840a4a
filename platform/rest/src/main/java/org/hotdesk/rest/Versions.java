package org.hotdesk.rest;

import jakarta.ws.rs.WebApplicationException;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.jspecify.annotations.Nullable;

/** Which version somebody read before changing a thing. */
final class Versions {
    private static final int PRECONDITION_REQUIRED = 428;

    private Versions() {}

    /**
     * The version in an {@code If-Match} header.
     *
     * @throws WebApplicationException 428 when there is none
     */
    static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new WebApplicationException(PRECONDITION_REQUIRED);
        }
        try {
            return Long.parseLong(ifMatch.replaceFirst("^W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Fault.invalid(
                    "If-Match",
                    "bad-version",
                    new Words("If-Match 须为先前读到的 ETag。", "If-Match holds an ETag of ours."));
        }
    }
}
