package org.hotdesk.benchmark.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * A closed loop of messages: each lane is a visitor who sends the next one as soon as the one
 * before is acknowledged and the agent's connection has it.
 */
final class ChatLoad {
    private static final String TEXT = "How long does it take until my order arrives in Hangzhou?";

    private final List<Lane> lanes = new ArrayList<>();
    private final Map<String, Lane> byName = new ConcurrentHashMap<>();
    private final LongConsumer delivered;
    private volatile int active;
    private volatile Optional<String> failure = Optional.empty();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();

    private ChatLoad(LongConsumer delivered) {
        this.delivered = delivered;
    }

    /**
     * Opens so many conversations and waits until agents have them.
     *
     * @param delivered takes the time of each message in nanoseconds
     */
    static ChatLoad open(Site site, List<DeskSocket> desks, int count, LongConsumer delivered) {
        var load = new ChatLoad(delivered);
        desks.forEach(desk -> desk.hears(load::heardByAgent));
        for (var arrival : site.visitors(count)) {
            var lane = load.new Lane("lane" + load.lanes.size(), arrival.token());
            load.lanes.add(lane);
            load.byName.put(lane.name, lane);
            site.loop().connect(site.rest().server(), "/live/visitor", Map.of(), lane);
        }
        load.lanes.forEach(lane -> Moments.await(lane.ready, 30, "the assignment to an agent"));
        return load;
    }

    /** Has the first {@code count} lanes run, the others rest. */
    void run(int count) {
        int before = active;
        active = count;
        for (int i = before; i < count; i++) {
            lanes.get(i).next();
        }
    }

    /** Ends the program when something went wrong meanwhile. */
    void check() {
        failure.ifPresent(
                reason -> {
                    throw Refusal.failure(reason);
                });
    }

    /** How many messages were sent. */
    long sent() {
        return sent.get();
    }

    /** How many messages were refused, or cut off. */
    long errors() {
        return errors.get();
    }

    private synchronized void fail(String reason) {
        errors.incrementAndGet();
        failure = failure.or(() -> Optional.of(reason));
    }

    void heardByAgent(byte[] utf8) {
        var frame = Glance.at(utf8);
        if (!frame.type().equals("message")) {
            return;
        }
        int dash = frame.clientId().indexOf('-');
        var lane = byName.get(dash < 0 ? "" : frame.clientId().substring(0, dash));
        if (lane != null) {
            lane.delivered(frame.clientId());
        }
    }

    /** One visitor; everything happens on the thread of the loop but the start. */
    private final class Lane implements LiveListener {
        private final String name;
        private final String token;
        private final CompletableFuture<Void> ready = new CompletableFuture<>();
        private final int index = lanes.size();
        private volatile Optional<LiveSocket> socket = Optional.empty();
        private String conversation = "";
        private long count;
        private volatile long sentAt;
        private boolean acknowledged;
        private boolean arrived;

        Lane(String name, String token) {
            this.name = name;
            this.token = token;
        }

        @Override
        public void opened(LiveSocket on) {
            socket = Optional.of(on);
            on.send(Json.bytes(Json.frame("hello").put("token", token)));
            var open = Json.frame("open").put("id", "open").put("clientId", name + "-0");
            on.send(Json.bytes(open.put("text", TEXT).put("language", "en")));
        }

        @Override
        public void text(LiveSocket on, byte[] utf8) {
            if (!ready.isDone()) {
                begin(utf8);
                return;
            }
            var frame = Glance.at(utf8);
            if (frame.type().equals("ack") && frame.id().equals(Long.toString(count))) {
                acknowledged = true;
                turn();
            } else if (frame.type().equals("error")) {
                fail("The server refused a message: " + new String(utf8, UTF_8));
            }
        }

        private void begin(byte[] utf8) {
            var frame = Json.lenient(utf8);
            var told = frame.path("conversation");
            if (told.isObject()) {
                conversation = told.path("id").asText();
                if (told.path("state").asText().equals("ACTIVE")) {
                    ready.complete(null);
                }
            } else if (frame.path("type").asText().equals("error")) {
                ready.completeExceptionally(
                        Refusal.failure(
                                "A visitor was refused: " + frame.path("message").asText()));
            }
        }

        private void delivered(String clientId) {
            if (clientId.equals(name + "-" + count)) {
                delivered.accept(System.nanoTime() - sentAt);
                arrived = true;
                turn();
            }
        }

        private void turn() {
            if (acknowledged && arrived && index < active) {
                next();
            }
        }

        private void next() {
            acknowledged = false;
            arrived = false;
            count++;
            var frame =
                    "{\"type\":\"send\",\"id\":\""
                            + count
                            + "\",\"conversation\":\""
                            + conversation
                            + "\",\"clientId\":\""
                            + name
                            + "-"
                            + count
                            + "\",\"text\":\""
                            + TEXT
                            + "\"}";
            sent.incrementAndGet();
            sentAt = System.nanoTime();
            socket.ifPresent(on -> on.send(frame.getBytes(UTF_8)));
        }

        @Override
        public void closed(LiveSocket on, int code, String reason) {
            var why = Refusal.failure("A visitor's connection ended: " + code + " " + reason);
            if (!ready.completeExceptionally(why) && active > 0) {
                fail(why.getMessage());
            }
        }
    }
}
