package org.hotdesk.conversation;

import org.hotdesk.api.customer.Source;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.testkit.SampleArrival;
import org.hotdesk.testkit.SampleCandidate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of the table of scenarios, read. */
record Scenario(
        String number,
        String title,
        Map<String, String> visitor,
        String agents,
        long team,
        int priority,
        String needs,
        String gets,
        String because) {
    static final Instant QUEUED = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> NAMES = List.of("", "Ann", "Bo", "Cy", "Di", "Ed");

    static Scenario of(List<String> cells) {
        return new Scenario(
                cells.get(0),
                cells.get(1),
                facts(cells.get(2)),
                cells.get(3),
                Long.parseLong(cells.get(4)),
                Integer.parseInt(cells.get(5)),
                cells.get(6),
                cells.get(7),
                cells.get(8));
    }

    private static Map<String, String> facts(String cell) {
        Map<String, String> facts = new HashMap<>();
        Arrays.stream(cell.split(";", -1))
                .map(String::strip)
                .filter(fact -> !fact.isEmpty())
                .map(fact -> fact.split("=", 2))
                .forEach(fact -> facts.put(fact[0], fact[1]));
        return facts;
    }

    @Override
    public String toString() {
        return number + " " + title;
    }

    static long id(String name) {
        return NAMES.indexOf(name);
    }

    Instant at() {
        return QUEUED.plusSeconds(Long.parseLong(visitor.getOrDefault("waited", "0")));
    }

    SampleArrival arrival() {
        SampleArrival arrival =
                SampleArrival.arrival()
                        .by(visitor.getOrDefault("entry", "team-1"))
                        .language(visitor.getOrDefault("language", "zh-CN"))
                        .from(source());
        for (Map.Entry<String, String> fact : visitor.entrySet()) {
            String value = fact.getValue();
            arrival =
                    switch (fact.getKey()) {
                        case "level" -> arrival.level(value);
                        case "cart" -> arrival.cart(value);
                        case "orders" -> arrival.orders(Integer.parseInt(value));
                        case "category" -> arrival.category(value);
                        case "region" -> arrival.region(value);
                        case "page" -> arrival.on(value);
                        case "tag" -> arrival.tagged(value.split(", ", -1));
                        case "last" -> served(arrival, value);
                        default -> arrival;
                    };
        }
        return arrival;
    }

    /** {@code Ann 3}: by Ann, three days ago. */
    private static SampleArrival served(SampleArrival arrival, String value) {
        String[] words = value.split(" ", -1);
        Instant at = QUEUED.minus(Duration.ofDays(Long.parseLong(words[1])));
        return arrival.servedBy(id(words[0]), words[0], at);
    }

    private Source source() {
        return new Source(
                Optional.empty(),
                Optional.ofNullable(visitor.get("referrer")),
                Optional.ofNullable(visitor.get("engine")),
                Optional.ofNullable(visitor.get("keyword")),
                Optional.ofNullable(visitor.get("utm-campaign"))
                        .map(campaign -> Map.of("campaign", campaign))
                        .orElse(Map.of()));
    }

    /** The agents of the team, in the order in which they stand. */
    List<Candidate> staff() {
        List<Candidate> staff = new ArrayList<>();
        for (String agent : agents.split(", ", -1)) {
            String[] words = agent.split(" ", -1);
            String[] load = words[1].split("/", -1);
            SampleCandidate one =
                    SampleCandidate.candidate(id(words[0]))
                            .name(words[0])
                            .load(Integer.parseInt(load[0]))
                            .capacity(Integer.parseInt(load[1]));
            for (int word = 2; word < words.length; word += 2) {
                int figure = Integer.parseInt(words[word + 1]);
                one =
                        words[word].equals("idle")
                                ? one.lastAssigned(QUEUED.minus(Duration.ofMinutes(figure)))
                                : one.skill(words[word], figure);
            }
            staff.add(one);
        }
        return staff;
    }
}
