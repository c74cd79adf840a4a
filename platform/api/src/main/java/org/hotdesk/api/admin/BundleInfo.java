package org.hotdesk.api.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A bundle as an administrator sees it.
 *
 * @param name its symbolic name
 * @param platform whether it is part of Hotdesk itself, and so cannot be changed while it runs
 * @param offers extensions it offers, as {@code RoutingStrategy round-robin}
 * @param needs packages of {@code api} and services it needs, with ranges
 * @param missing what keeps it from resolving or starting, in words, with the range
 * @param lastError the latest thing that went wrong
 * @param previous version that stands by until this one has proved itself
 */
public record BundleInfo(
        String name,
        String title,
        String version,
        BundleState state,
        boolean platform,
        List<String> offers,
        List<String> needs,
        List<String> missing,
        Optional<LastError> lastError,
        Optional<String> previous) {
    public BundleInfo {
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
        missing = List.copyOf(missing);
    }

    /** What went wrong, and when. */
    public record LastError(Instant at, String message) {}
}
