package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Refusal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Puts one version of a bundle after the other into a running server, and watches what it costs.
 */
final class Swaps {
    private static final Duration QUIET = Duration.ofMillis(250);

    private final Site site;
    private final PluginJar plugin;
    private final Pauses pauses;
    private int version;

    /**
     * What the swaps took, and the longest pauses in which nothing was completed, in milliseconds.
     */
    record Found(List<Double> took, List<Double> pauses, List<Double> quietPauses) {}

    Swaps(Site site, PluginJar plugin, Pauses pauses) {
        this.site = site;
        this.plugin = plugin;
        this.pauses = pauses;
    }

    /** Swaps at least {@code least} times, and on until so many requests were made. */
    Found run(int least, long requests, LongSupplier made) {
        var found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        long before = made.getAsLong();
        while (found.took().size() < least) {
            pauses.longestMs();
            Moments.sleep(QUIET);
            found.quietPauses().add(pauses.longestMs());
            long begun = System.nanoTime();
            install();
            found.took().add((System.nanoTime() - begun) / 1e6);
            Moments.sleep(QUIET);
            found.pauses().add(pauses.longestMs());
        }
        while (made.getAsLong() - before < requests) {
            Moments.sleep(QUIET);
        }
        return found;
    }

    /** Installs the next version and makes sure that it is the one that runs. */
    void install() {
        var next = "1000.0." + ++version;
        var jar =
                Call.of("POST", "api/v1/bundles", "application/java-archive", plugin.version(next));
        var path = "api/v1/bundles/" + plugin.symbolicName();
        try {
            site.rest().send(jar.as(site.administrator())).orRefuse("Version " + next);
            var bundle = site.rest().send(Call.get(path).as(site.administrator())).body();
            var state = bundle.path("state").asText() + " " + bundle.path("version").asText();
            if (!state.equals("ACTIVE " + next)) {
                throw Refusal.failure("After the swap to " + next + " the bundle is " + state);
            }
        } catch (IOException unreachable) {
            throw Refusal.failure("The server did not answer a swap: " + unreachable.getMessage());
        }
    }
}
