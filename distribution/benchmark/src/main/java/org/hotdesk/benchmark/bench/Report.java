package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Json;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a benchmark found. */
record Report(String name, String database, List<Figure> figures) {
    String json() {
        var json = Json.object().put("name", name).put("database", database);
        var results = json.putArray("results");
        figures.forEach(figure -> results.add(figure.json()));
        return json.toString();
    }

    String table() {
        var head =
                String.format(
                        Locale.ROOT,
                        "%-62s %12s %-6s %12s %8s",
                        name + " on " + database,
                        "value",
                        "unit",
                        "baseline",
                        "ratio");
        return figures.stream()
                .map(Figure::row)
                .collect(
                        Collectors.joining(
                                System.lineSeparator(), head + System.lineSeparator(), ""));
    }
}
