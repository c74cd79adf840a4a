package org.hotdesk.live;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much a connection may do.
 *
 * @param framesPerSecond over 10 seconds; 0: no limit
 * @param frameBytes largest frame from a client
 * @param origins besides the server's own that staff may connect from
 * @param previews whether agents see what a visitor types
 */
record Limits(
        int framesPerSecond,
        int frameBytes,
        int connections,
        Set<String> origins,
        boolean previews) {
    static Limits of(Settings settings) {
        return new Limits(
                settings.framesPerSecond(),
                settings.frameKilobytes() * 1024,
                settings.maxConnections(),
                Arrays.stream(settings.origins())
                        .flatMap(line -> Arrays.stream(line.strip().split("[,\\s]+", -1)))
                        .filter(origin -> !origin.isBlank())
                        .collect(Collectors.toSet()),
                settings.typingPreview());
    }
}
