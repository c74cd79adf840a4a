package org.hotdesk.benchmark.bench;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.LiveListener;
import org.hotdesk.benchmark.client.LiveSocket;
import org.hotdesk.benchmark.client.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Visitors who open conversations, so many at a time, each until the agent who is given it hears of
 * it; and who close them again.
 */
final class OpenLoad {
    /** A server that has just started would have to let more of them wait for its database. */
    private static final int AT_ONCE = 50;

    private final Map<String, Guest> byVisitor = new ConcurrentHashMap<>();
    private final List<Guest> guests = new ArrayList<>();
    private final ConcurrentLinkedQueue<Guest> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final LongConsumer assigned;
    private volatile Optional<String> failure = Optional.empty();
    private volatile boolean endless;
    private volatile CompletableFuture<Void> emptied = new CompletableFuture<>();
    private final AtomicInteger left = new AtomicInteger();

    private OpenLoad(LongConsumer assigned) {
        this.assigned = assigned;
    }

    /**
     * Brings so many visitors to the site.
     *
     * @param assigned takes the time from the visitor's send until the agent hears, in nanoseconds
     */
    static OpenLoad arrive(Site site, List<DeskSocket> desks, int count, LongConsumer assigned) {
        var load = new OpenLoad(assigned);
        desks.forEach(desk -> desk.hears(utf8 -> load.heardByAgent(desk.agent(), utf8)));
        for (var arrival : site.visitors(count)) {
            var guest = load.new Guest(arrival);
            load.guests.add(guest);
            load.byVisitor.put(arrival.visitor(), guest);
            site.loop().connect(site.rest().server(), "/live/visitor", Map.of(), guest);
            if (load.guests.size() > AT_ONCE) {
                load.guests.get(load.guests.size() - AT_ONCE).awaitWelcome();
            }
        }
        load.guests.forEach(Guest::awaitWelcome);
        return load;
    }

    /**
     * So many visitors open one conversation each, {@code atOnce} at a time; then all are closed.
     */
    Meter.Stretch bursts(int visitors, int atOnce) {
        return new Meter.Stretch() {
            @Override
            public void work() {
                open(visitors, atOnce);
            }

            @Override
            public void tidyUp() {
                close(visitors);
            }
        };
    }

    private void open(int visitors, int atOnce) {
        waiting.clear();
        waiting.addAll(guests.subList(0, visitors));
        emptied = new CompletableFuture<>();
        left.set(visitors);
        for (int i = 0; i < atOnce; i++) {
            openNext();
        }
        Moments.await(emptied, 60, "the assignment of " + visitors + " conversations");
    }

    private void close(int visitors) {
        emptied = new CompletableFuture<>();
        left.set(visitors);
        guests.subList(0, visitors).forEach(Guest::close);
        Moments.await(emptied, 60, "the end of " + visitors + " conversations");
        check();
    }

    /** So many visitors open, are assigned, close, and open again, until {@link #stop}. */
    void runEndlessly(int visitors) {
        endless = true;
        guests.subList(0, visitors).forEach(Guest::open);
    }

    void stop() {
        endless = false;
    }

    /** Ends the program when something was refused. */
    void check() {
        failure.ifPresent(
                reason -> {
                    throw Refusal.failure(reason);
                });
    }

    /** Hears the frames of an agent on behalf of this load and of another one. */
    Consumer<byte[]> and(String agent, ChatLoad chat) {
        return utf8 -> {
            heardByAgent(agent, utf8);
            chat.heardByAgent(utf8);
        };
    }

    Optional<String> failure() {
        return failure;
    }

    long requests() {
        return requests.get();
    }

    long errors() {
        return errors.get();
    }

    private void fail(String reason) {
        errors.incrementAndGet();
        failure = failure.or(() -> Optional.of(reason));
        emptied.completeExceptionally(Refusal.failure(reason));
    }

    private void openNext() {
        var next = waiting.poll();
        if (next != null) {
            next.open();
        }
    }

    private void done() {
        if (left.decrementAndGet() == 0) {
            emptied.complete(null);
        }
    }

    private void heardByAgent(String agent, byte[] utf8) {
        if (!Glance.at(utf8).type().equals("conversation")) {
            return;
        }
        var conversation = Json.lenient(utf8).path("conversation");
        if (conversation.path("state").asText().equals("ACTIVE")
                && conversation.path("agent").asText().equals(agent)) {
            var guest = byVisitor.get(conversation.path("visitor").asText());
            if (guest != null) {
                guest.assigned(conversation);
            }
        }
    }

    /** One visitor; everything happens on the thread of the loop but the start. */
    private final class Guest implements LiveListener {
        private final Site.Arrival arrival;
        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private volatile Optional<LiveSocket> socket = Optional.empty();
        private String conversation = "";
        private volatile boolean opening;
        private volatile boolean closing;
        private volatile long sentAt;
        private long count;

        Guest(Site.Arrival arrival) {
            this.arrival = arrival;
        }

        void awaitWelcome() {
            Moments.await(ready, 30, "the welcome of a visitor");
        }

        @Override
        public void opened(LiveSocket on) {
            socket = Optional.of(on);
            on.send(Json.bytes(Json.frame("hello").put("token", arrival.token())));
        }

        private void open() {
            opening = true;
            count++;
            requests.incrementAndGet();
            var open = Json.frame("open").put("id", "open").put("language", "en");
            open.put("clientId", "o" + count).put("text", "Where is my order?");
            sentAt = System.nanoTime();
            socket.ifPresent(on -> on.send(Json.bytes(open)));
        }

        private void assigned(JsonNode given) {
            if (opening) {
                opening = false;
                assigned.accept(System.nanoTime() - sentAt);
                conversation = given.path("id").asText();
                if (endless) {
                    close();
                } else {
                    done();
                    openNext();
                }
            }
        }

        private void close() {
            closing = true;
            requests.incrementAndGet();
            var close = Json.frame("close").put("id", "close").put("conversation", conversation);
            socket.ifPresent(on -> on.send(Json.bytes(close)));
        }

        @Override
        public void text(LiveSocket on, byte[] utf8) {
            var frame = Glance.at(utf8);
            switch (frame.type()) {
                case "welcome" -> ready.complete(null);
                case "ack" -> {
                    if (closing && frame.id().equals("close")) {
                        closed();
                    }
                }
                case "error" ->
                        fail(
                                "A visitor was refused: "
                                        + Json.lenient(utf8).path("message").asText());
                default -> {}
            }
        }

        private void closed() {
            closing = false;
            if (endless) {
                open();
            } else {
                done();
            }
        }

        @Override
        public void closed(LiveSocket on, int code, String reason) {
            var why = "A visitor's connection ended: " + code + " " + reason;
            if (!ready.completeExceptionally(Refusal.failure(why)) && (opening || closing)) {
                fail(why);
            }
        }
    }
}
