package org.hotdesk.benchmark.bench;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.benchmark.client.Answer;
import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;
import org.hotdesk.benchmark.client.SignedIn;
import org.hotdesk.benchmark.client.SocketLoop;
import org.hotdesk.benchmark.client.Staff;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/** A server under measurement, and who is there: makes visitors and agents. */
final class Site implements AutoCloseable {
    private static final int TOLD_EVERY = 1_000;

    private final Rest rest;
    private final SocketLoop loop = new SocketLoop("live");
    private final Patience patience = new Patience(Duration.ofSeconds(60));
    private final Staff staff;
    private final Optional<Watched> server;
    private final List<Staff.Member> hired = new ArrayList<>();

    /** Somebody on the site. */
    record Arrival(String visitor, String token) {}

    Site(URI address, Optional<String> adminPassword, Optional<Watched> server) {
        this.rest = new Rest(address);
        this.server = server;
        try {
            this.staff = Staff.of(rest, adminPassword, patience);
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("No server answers at " + address);
        }
    }

    Rest rest() {
        return rest;
    }

    SocketLoop loop() {
        return loop;
    }

    String administrator() {
        return staff.authorization();
    }

    /** Time of processors that the server has used; stays zero where it cannot be seen. */
    Duration cpu() {
        return server.map(Watched::cpu).orElse(Duration.ZERO);
    }

    Optional<Watched> server() {
        return server;
    }

    /** So many new visitors. */
    List<Arrival> visitors(int count) {
        return visitors(count, _ -> {});
    }

    /**
     * So many new visitors.
     *
     * @param come hears now and then how many have come
     */
    List<Arrival> visitors(int count, IntConsumer come) {
        var arrivals = new ArrayList<Arrival>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var coming = new ArrayList<CompletableFuture<Arrival>>();
            for (int i = 0; i < count; i++) {
                coming.add(CompletableFuture.supplyAsync(this::arrive, threads));
            }
            for (var arrival : coming) {
                arrivals.add(Moments.await(arrival, 60, "the arrival of a visitor"));
                if (arrivals.size() % TOLD_EVERY == 0) {
                    come.accept(arrivals.size());
                }
            }
        }
        return arrivals;
    }

    private Arrival arrive() {
        var body = Json.object().put("url", "https://shop.example/").put("title", "Shop");
        var call = Call.of("POST", "api/v1/visitors", body.put("language", "en"));
        try {
            var answer = rest.insist(call, patience).orRefuse("A visitor").body();
            patience.progressed();
            var visitor = answer.path("visitor");
            var id = visitor.isObject() ? visitor.path("id") : visitor;
            return new Arrival(id.asText(), answer.path("token").asText());
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("Visitors are kept waiting: " + exhausted.getMessage());
        }
    }

    /** So many agents at their desks, online, each with room for 100 conversations. */
    List<DeskSocket> agents(int count) {
        try {
            var known = staff.known();
            var desks = new ArrayList<DeskSocket>();
            for (int i = 1; i <= count; i++) {
                var member = staff.hire(known, "bench-agent-" + i, 100);
                hired.add(member);
                desks.add(
                        new DeskSocket(SignedIn.as(rest, member.account(), patience), rest, loop));
            }
            desks.forEach(desk -> Moments.await(desk.online(), 30, "an agent going online"));
            return desks;
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("Agents are kept waiting: " + exhausted.getMessage());
        }
    }

    /** So many teams, made for the run. */
    List<String> teams(int count) {
        try {
            var teams = new ArrayList<String>();
            for (int i = 1; i <= count; i++) {
                teams.add(staff.found("Bench " + i));
            }
            return teams;
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("Teams are kept waiting: " + exhausted.getMessage());
        }
    }

    /** So many agents in each of these teams, online, each with room for so many. */
    List<DeskSocket> agents(List<String> teams, int each, int room) {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var known = staff.known();
            var coming = new ArrayList<CompletableFuture<DeskSocket>>();
            for (int i = 0; i < teams.size() * each; i++) {
                var team = teams.get(i % teams.size());
                var login = "bench-router-" + i;
                coming.add(
                        CompletableFuture.supplyAsync(
                                () -> agent(known, login, room, team), threads));
            }
            var desks =
                    coming.stream()
                            .map(one -> Moments.await(one, 300, "an agent signing in"))
                            .toList();
            desks.forEach(desk -> Moments.await(desk.online(), 30, "an agent going online"));
            return desks;
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("Agents are kept waiting: " + exhausted.getMessage());
        }
    }

    private DeskSocket agent(Map<String, JsonNode> known, String login, int room, String team) {
        try {
            var member = staff.hire(known, login, room, team);
            synchronized (hired) {
                hired.add(member);
            }
            patience.progressed();
            return new DeskSocket(SignedIn.as(rest, member.account(), patience), rest, loop);
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("Agents are kept waiting: " + exhausted.getMessage());
        }
    }

    /** Asks as somebody, again and again while the server is busy. */
    Answer ask(Call call) {
        try {
            var answer = rest.insist(call, patience);
            patience.progressed();
            return answer;
        } catch (Patience.Exhausted exhausted) {
            throw Refusal.failure("The server keeps everybody waiting: " + exhausted.getMessage());
        }
    }

    @Override
    public void close() {
        loop.close();
        try {
            patience.progressed();
            for (var member : hired) {
                staff.dismiss(member);
            }
        } catch (Patience.Exhausted | Refusal stay) {
            // The figures are taken; the accounts stay.
        } finally {
            rest.close();
        }
    }
}
