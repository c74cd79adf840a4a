package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Json;

import java.util.List;

/** What a benchmark found, as one JSON object. */
record Report(String name, String database, List<Figure> figures) {
    String json() {
        var json = Json.object().put("name", name).put("database", database);
        json.put("machine", Conditions.load());
        var results = json.putArray("results");
        figures.forEach(figure -> results.add(figure.json()));
        return json.toString();
    }
}
