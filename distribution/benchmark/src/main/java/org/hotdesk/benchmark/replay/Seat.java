package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.LiveListener;
import org.hotdesk.benchmark.client.LiveSocket;
import org.hotdesk.benchmark.client.Patience;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * One participant's live connection, kept up through breaks as the live protocol says: what was
 * missed is fetched, what was not acknowledged is sent again, oldest first, under its client id.
 */
final class Seat {
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_SIGNED_IN = 4401;
    private static final int RESTARTING = 1012;
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Stage stage;
    private final Part part;
    private final Seen seen = new Seen();
    private final Pace pace = new Pace();
    private final Map<String, Command> unanswered = new LinkedHashMap<>();
    private final BlockingQueue<Happening> inbox = new LinkedBlockingQueue<>();
    private Optional<LiveSocket> socket = Optional.empty();
    private long lastId;
    private long oldestSent;
    private boolean welcomed;
    private Duration wait = FIRST_WAIT;

    private sealed interface Happening {
        record Opened(LiveSocket on) implements Happening {}

        record Came(LiveSocket on, JsonNode frame, long at) implements Happening {}

        record Closed(LiveSocket on, int code) implements Happening {}

        record Nudged() implements Happening {}
    }

    Seat(Stage stage, Part part) {
        this.stage = stage;
        this.part = part;
    }

    Seen seen() {
        return seen;
    }

    /** Has the participant look again whether it is over; for any thread. */
    void nudge() {
        inbox.add(new Happening.Nudged());
    }

    /** Takes part until it is over. */
    void run() throws Patience.Exhausted {
        while (!part.over()) {
            int code = session();
            if (part.over()) {
                break;
            }
            stage.tally().broken();
            if (code == NOT_SIGNED_IN || code == UNAUTHORIZED) {
                part.dismissed();
            }
            stage.patience().pause(code == RESTARTING ? jitter(FIRST_WAIT) : jitter(wait));
            var doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        }
    }

    private static Duration jitter(Duration wait) {
        double factor = 1 + 0.3 * ThreadLocalRandom.current().nextDouble();
        return Duration.ofMillis((long) (wait.toMillis() * factor));
    }

    private int session() throws Patience.Exhausted {
        welcomed = false;
        oldestSent = System.nanoTime();
        var server = stage.rest().server();
        var mine = stage.loop().connect(server, part.path(), part.headers(), new Ear());
        socket = Optional.of(mine);
        try {
            while (!part.over()) {
                var happening = next();
                if (happening instanceof Happening.Closed(LiveSocket on, int code) && on == mine) {
                    return code;
                }
                if (!dealtWith(happening, mine)) {
                    return 1006;
                }
            }
            return 1000;
        } finally {
            mine.close();
        }
    }

    private Happening next() throws Patience.Exhausted {
        try {
            var happening = inbox.poll(200, TimeUnit.MILLISECONDS);
            if (happening == null) {
                stage.patience().pause(Duration.ZERO);
                return new Happening.Nudged();
            }
            return happening;
        } catch (InterruptedException interrupted) {
            throw new Patience.Exhausted("interrupted");
        }
    }

    private boolean dealtWith(Happening happening, LiveSocket mine) {
        if (happening instanceof Happening.Opened(LiveSocket on) && on == mine) {
            sendNow(Json.bytes(part.hello()));
        } else if (happening instanceof Happening.Came(LiveSocket on, JsonNode frame, long at)
                && on == mine) {
            return frame(frame, at);
        }
        boolean waitsForAnswer = !welcomed || !unanswered.isEmpty();
        return !waitsForAnswer || System.nanoTime() - oldestSent < stage.answerWithin().toNanos();
    }

    private boolean frame(JsonNode frame, long at) {
        var type = frame.path("type").asText("");
        switch (type) {
            case "welcome" -> welcome(frame);
            case "message" -> message(frame, at);
            case "ack" -> answered(frame).ifPresent(command -> acknowledged(command, frame));
            case "error" -> {
                return error(frame);
            }
            default -> part.event(type, frame);
        }
        return true;
    }

    private void welcome(JsonNode frame) {
        wait = FIRST_WAIT;
        seen.reconnected();
        drop(command -> !command.kept());
        part.welcomed(frame);
        welcomed = true;
        var all = new ArrayList<>(unanswered.values());
        unanswered.clear();
        all.forEach(this::send);
    }

    /** Asks something of the server; the answer comes to the part. */
    void send(Command command) {
        var id = Long.toString(++lastId);
        if (unanswered.isEmpty()) {
            oldestSent = System.nanoTime();
        }
        unanswered.put(id, command);
        if (welcomed) {
            sendNow(Json.bytes(command.frame().put("id", id)));
        }
    }

    /** Gives up what was asked and not yet answered. */
    void drop(Predicate<Command> which) {
        unanswered.values().removeIf(which);
    }

    /** Fetches what is missing of a conversation. */
    void catchUp(String conversation) {
        if (seen.wantsFetch(conversation)) {
            send(Command.fetch(conversation, seen.upTo(conversation)));
        }
    }

    private void sendNow(byte[] frame) {
        pace.await();
        socket.ifPresent(on -> on.send(frame));
    }

    private void message(JsonNode frame, long at) {
        var line = Part.Heard.of(frame, at);
        switch (seen.take(line.conversation(), frame.path("seq").asLong())) {
            case NEXT -> part.heard(line);
            case MISSED -> catchUp(line.conversation());
            case REPEAT -> {}
        }
    }

    private Optional<Command> answered(JsonNode frame) {
        oldestSent = System.nanoTime();
        return Optional.ofNullable(unanswered.remove(frame.path("id").asText("")));
    }

    private void acknowledged(Command command, JsonNode ack) {
        if (command.type().equals("fetch")) {
            seen.fetched(command.conversation());
            catchUp(command.conversation());
        } else {
            command.cue().ifPresent(cue -> cue.script().acknowledged(cue.turn()));
            part.acknowledged(command, ack);
        }
    }

    private boolean error(JsonNode frame) {
        var command = answered(frame);
        int status = frame.path("status").asInt();
        if (command.isEmpty()) {
            return frame.path("code").asText().equals("visitor-unknown");
        }
        if (status == 429 || status >= 500) {
            LockSupport.parkNanos(FIRST_WAIT.toNanos());
            send(command.get());
            return true;
        }
        seen.fetched(command.get().conversation());
        part.refused(
                command.get(),
                frame.path("code").asText() + " (" + frame.path("message").asText() + ")");
        return true;
    }

    /** Hears the network, and passes on. */
    private final class Ear implements LiveListener {
        @Override
        public void opened(LiveSocket on) {
            inbox.add(new Happening.Opened(on));
        }

        @Override
        public void text(LiveSocket on, byte[] utf8) {
            long at = System.nanoTime();
            inbox.add(new Happening.Came(on, Json.lenient(utf8), at));
        }

        @Override
        public void closed(LiveSocket on, int code, String reason) {
            inbox.add(new Happening.Closed(on, code));
        }
    }
}
