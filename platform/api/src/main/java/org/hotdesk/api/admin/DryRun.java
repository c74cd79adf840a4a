package org.hotdesk.api.admin;

import org.hotdesk.api.Words;

import java.util.List;
import java.util.Optional;

/**
 * What would happen if this jar were installed.
 *
 * @param name symbolic name of the bundle in the jar
 * @param replaces version that runs now; empty when it is new
 * @param resolves whether everything that it needs is there
 * @param missing what is not, in words, with the range
 * @param stops extensions that would be gone afterwards, because the new version no longer offers
 *     them
 * @param warnings anything else worth knowing, such as an older version
 */
public record DryRun(
        String name,
        String version,
        Optional<String> replaces,
        boolean resolves,
        List<Words> missing,
        List<String> stops,
        List<Words> warnings) {
    public DryRun {
        missing = List.copyOf(missing);
        stops = List.copyOf(stops);
        warnings = List.copyOf(warnings);
    }
}
