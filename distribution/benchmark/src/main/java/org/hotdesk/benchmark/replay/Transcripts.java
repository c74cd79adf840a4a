package org.hotdesk.benchmark.replay;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Patience;

import java.util.ArrayList;
import java.util.List;

/** Reads conversations back through the REST interface. */
final class Transcripts {
    private static final int PAGE = 500;

    private Transcripts() {}

    /** Every line that the server keeps of a conversation, in its order. */
    static List<Comparison.Kept> read(Roster roster, String conversation)
            throws Patience.Exhausted {
        var lines = new ArrayList<Comparison.Kept>();
        long after = 0;
        while (true) {
            var path = "api/v1/conversations/" + conversation + "/messages?after=" + after;
            var page =
                    roster.call(Call.get(path + "&limit=" + PAGE))
                            .orRefuse("Reading conversation " + conversation)
                            .body()
                            .path("items");
            for (var line : page) {
                lines.add(
                        new Comparison.Kept(
                                line.path("seq").asLong(),
                                line.path("kind").asText(),
                                line.path("clientId").asText(),
                                line.path("author").path("side").asText(),
                                line.path("text").asText()));
            }
            if (page.size() < PAGE) {
                return lines;
            }
            after = lines.getLast().seq();
        }
    }
}
