package org.hotdesk.api.admin;

import org.hotdesk.api.Words;

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
 * @param failing its extensions that fail now, though they run; empty again when they work well
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
        List<Words> missing,
        Optional<LastError> lastError,
        List<Failing> failing,
        Optional<String> previous) {
    public BundleInfo {
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
        missing = List.copyOf(missing);
        failing = List.copyOf(failing);
    }

    /**
     * An extension whose calls fail.
     *
     * @param extension as {@code RoutingStrategy round-robin}
     * @param calls how many have failed since it last worked well
     * @param cutOff whether it is not called for now
     * @param last the latest of the failures
     */
    public record Failing(String extension, long calls, boolean cutOff, LastError last) {}

    /** What went wrong, and when. */
    public record LastError(Instant at, Words message) {}
}
