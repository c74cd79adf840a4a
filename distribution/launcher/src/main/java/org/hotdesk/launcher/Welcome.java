package org.hotdesk.launcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Says on the terminal that the server is ready, and where. */
record Welcome(Address address, boolean demo, boolean background) {

    /** What the text is known by. */
    static final String READY = "is ready after";

    private static final String LINE = "  %-12s%s%n";

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final Duration SLOW = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(25);

    /** Waits for the server in this thread, then prints; says once what a slow start waits for. */
    void whenReady(long beganNanos) {
        var complaint = beganNanos + SLOW.toNanos();
        try {
            while (!address.isReady()) {
                if (System.nanoTime() > complaint) {
                    var answer = address.get("/health/ready").map(Address.Answer::body);
                    LOG.warn("Not ready yet; /health/ready answers: {}", answer.orElse("nothing"));
                    complaint = Long.MAX_VALUE;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException ended) {
            return;
        }
        System.out.println(text(Duration.ofNanos(System.nanoTime() - beganNanos)));
    }

    String text(Duration startedIn) {
        var url = address.url();
        var text =
                new StringBuilder(
                        "\nHotdesk %s %s %.1f s.\n\n"
                                .formatted(Version.hotdesk(), READY, startedIn.toMillis() / 1e3));
        text.append(LINE.formatted("Start page", url + "/"));
        text.append(LINE.formatted("Console", url + "/console/"));
        if (demo) {
            text.append(LINE.formatted("Demo shop", url + "/demo/"));
            text.append(LINE.formatted("Accounts", "admin, supervisor, agent1 … agent8"));
            text.append(LINE.formatted("Password", "hotdesk-demo"));
        }
        return text.append(background ? "\nbin/hotdesk stop ends it.\n" : "\nCtrl-C ends it.\n")
                .toString();
    }
}
