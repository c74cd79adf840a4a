package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Routing at its busiest: the queues of ten teams are full, five hundred agents come on line at
 * once, and everybody who waits is given to one of them, each by the whole default plan. The time
 * is taken from the first agent's coming until the last one has heard of the last conversation, so
 * the coming of the agents is in it.
 */
final class RouteBench {
    private static final int TEAMS = 10;
    private static final int AGENTS = 500;
    private static final int ROOM = 10;
    private static final int QUEUE = AGENTS * ROOM;

    private final Site site;
    private final Database database;
    private final Conditions conditions;
    private final ConcurrentLinkedQueue<String> assigned = new ConcurrentLinkedQueue<>();
    private final AtomicInteger left = new AtomicInteger();
    private volatile CompletableFuture<Void> emptied = new CompletableFuture<>();

    RouteBench(Site site, Database database, Conditions conditions) {
        this.site = site;
        this.database = database;
        this.conditions = conditions;
    }

    void run() {
        try (var commits = BareCommits.in(database)) {
            conditions.say(AGENTS + " agents sign in, in " + TEAMS + " teams");
            var teams = site.teams(TEAMS);
            var desks = site.agents(teams, AGENTS / TEAMS, ROOM);
            desks.forEach(desk -> desk.hears(utf8 -> heard(desk.agent(), utf8)));
            round(teams, desks);
            conditions.say("bare commits of " + BareAssignments.BATCH + " assignments, c=" + TEAMS);
            var kept = commits.measure(TEAMS, conditions, BareAssignments::commit);
            var rounds = new ArrayList<Double>();
            for (int i = 1; i <= conditions.rounds(); i++) {
                rounds.add(round(teams, desks));
                conditions.say(
                        "  round "
                                + i
                                + ": "
                                + rounds.getLast().intValue()
                                + "/s, "
                                + Conditions.load());
            }
            conditions.found(
                    Figure.beside(
                            "decisions, 500 agents come on line to a queue of 5,000"
                                    + " (baseline: bare commits)",
                            Measured.median(rounds, Double::doubleValue),
                            "/s",
                            kept.perSecond() * BareAssignments.BATCH));
        }
    }

    /** Decisions a second. */
    private double round(List<String> teams, List<DeskSocket> desks) {
        desks.forEach(desk -> desk.presence("BUSY"));
        // New ones each time: who came before would wait for the agent whom they know.
        conditions.say(QUEUE + " visitors arrive and queue");
        var visitors = site.visitors(QUEUE);
        assigned.clear();
        emptied = new CompletableFuture<>();
        left.set(QUEUE);
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < QUEUE; i++) {
            indices.add(i);
        }
        atOnce(indices, i -> open(visitors.get(i), teams.get(i % teams.size())));
        Moments.sleep(Duration.ofSeconds(2));
        long begun = System.nanoTime();
        desks.forEach(desk -> desk.presence("ONLINE"));
        Moments.await(emptied, 120, "the assignment of " + QUEUE + " conversations");
        double seconds = (System.nanoTime() - begun) / 1e9;
        conditions.say("everybody leaves");
        atOnce(List.copyOf(assigned), this::close);
        return QUEUE / seconds;
    }

    private void open(Site.Arrival visitor, String team) {
        var body = Json.object().put("team", team).put("language", "en");
        body.put("clientId", "route").put("text", "Where is my order?");
        site.ask(Call.of("POST", "api/v1/conversations", body).as("Visitor " + visitor.token()))
                .orRefuse("Opening a conversation");
    }

    private void close(String conversation) {
        site.ask(
                        Call.of(
                                        "POST",
                                        "api/v1/conversations/" + conversation + "/close",
                                        Json.object())
                                .as(site.administrator()))
                .orRefuse("Closing a conversation");
    }

    private static <T> void atOnce(Collection<T> all, Consumer<T> work) {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var running =
                    all.stream()
                            .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                            .toList();
            running.forEach(one -> Moments.await(one, 300, "one of many requests"));
        }
    }

    private void heard(String agent, byte[] utf8) {
        if (!Glance.at(utf8).type().equals("conversation")) {
            return;
        }
        var conversation = Json.lenient(utf8).path("conversation");
        if (conversation.path("state").asText().equals("ACTIVE")
                && conversation.path("agent").asText().equals(agent)) {
            assigned.add(conversation.path("id").asText());
            if (left.decrementAndGet() == 0) {
                emptied.complete(null);
            }
        }
    }
}
