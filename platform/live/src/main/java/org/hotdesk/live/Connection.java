package org.hotdesk.live;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** One WebSocket connection: takes frames apart, keeps limits, and sends in order. */
public final class Connection implements Session.Listener.AutoDemanding, Outbox.Wire {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final Dialogue dialogue;
    private final Limits limits;
    private final Traffic traffic;
    private final Allowance allowance;
    private final Outbox outbox = new Outbox(this);
    private volatile Optional<Session> session = Optional.empty();
    private volatile long openedAt;
    private volatile long heardAt;
    private volatile long closingAt;
    private volatile boolean greeted;

    Connection(Dialogue dialogue, Limits limits, Traffic traffic) {
        this.dialogue = dialogue;
        this.limits = limits;
        this.traffic = traffic;
        this.openedAt = System.nanoTime();
        this.heardAt = openedAt;
        this.allowance = new Allowance(limits.framesPerSecond(), openedAt);
    }

    Dialogue dialogue() {
        return dialogue;
    }

    Outbox outbox() {
        return outbox;
    }

    boolean greeted() {
        return greeted;
    }

    long openedAt() {
        return openedAt;
    }

    long heardAt() {
        return heardAt;
    }

    /** When its end began; 0 as long as it has not. */
    long closingAt() {
        return closingAt;
    }

    void send(Outgoing frame) {
        outbox.send(frame);
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = Optional.of(opened);
        traffic.opened(this);
    }

    @Override
    public void onWebSocketText(String text) {
        heardAt = System.nanoTime();
        traffic.heard();
        if (closingAt != 0) {
            return;
        }
        if (isTooLarge(text)) {
            refuse(tooLarge());
        } else {
            take(text);
        }
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        heardAt = System.nanoTime();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("a connection failed", cause);
    }

    @Override
    public void onWebSocketClose(int code, String reason) {
        if (closingAt == 0) {
            closingAt = System.nanoTime();
        }
        outbox.drop();
        traffic.closed(this);
        dialogue.ended(this);
    }

    private boolean isTooLarge(String text) {
        return text.length() > limits.frameBytes()
                || (text.length() > limits.frameBytes() / 3
                        && text.getBytes(StandardCharsets.UTF_8).length > limits.frameBytes());
    }

    private void take(String text) {
        Command command;
        try {
            command = Command.parse(text);
        } catch (Fault fault) {
            refuse(fault);
            return;
        }
        if (allowance.take(heardAt)) {
            carryOut(command);
        } else {
            slowDown(command);
        }
    }

    private void carryOut(Command command) {
        try {
            answer(command);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(CloseCode.RESTART, "stopping");
        } catch (Fault fault) {
            failed(command, fault);
        } catch (RuntimeException failure) {
            fail(command.id(), failure);
        }
    }

    private void answer(Command command) throws InterruptedException {
        if (greeted) {
            dialogue.command(command, this);
        } else if (command.type().equals("hello")) {
            dialogue.hello(command, this);
            greeted = true;
        } else {
            close(CloseCode.POLICY, "hello comes first");
        }
    }

    private void failed(Command command, Fault fault) {
        if (!greeted) {
            outbox.release();
        }
        send(Frames.error(command.id(), fault));
        if (fault.category() == Fault.Category.UNAUTHENTICATED) {
            close(CloseCode.SIGN_IN, fault.code());
        } else if (!greeted) {
            close(
                    fault.category() == Fault.Category.UNAVAILABLE
                            ? CloseCode.LATER
                            : CloseCode.POLICY,
                    fault.code());
        }
    }

    /** Tells that a command failed for a reason of our own. */
    void fail(Optional<String> command, Throwable failure) {
        if (!greeted) {
            outbox.release();
        }
        var number = UUID.randomUUID().toString();
        log.error("a command failed, number {}", number, failure);
        send(Frames.internalError(command, number));
        if (!greeted) {
            close(CloseCode.LATER, "internal");
        }
    }

    private Fault tooLarge() {
        return Fault.of(
                Fault.Category.TOO_LARGE,
                "frame-too-large",
                new Words(
                        "一帧最多 " + limits.frameBytes() + " 字节。",
                        "A frame has at most " + limits.frameBytes() + " bytes."));
    }

    private void refuse(Fault fault) {
        send(Frames.error(Optional.empty(), fault));
        if (allowance.bad()) {
            close(CloseCode.POLICY, fault.code());
        }
    }

    private void slowDown(Command command) {
        var fault =
                Fault.of(
                        Fault.Category.TOO_MANY,
                        "too-fast",
                        new Words("发送太频繁，请放慢。", "Too many frames; slow down."));
        send(Frames.error(command.id(), fault));
        if (allowance.tooFast()) {
            close(CloseCode.POLICY, fault.code());
        }
    }

    /** Sends what waits, then ends the connection. */
    void close(CloseCode code, String reason) {
        if (closingAt == 0) {
            closingAt = System.nanoTime();
            outbox.finish(code.number(), reason);
        }
    }

    /** Ends the connection without sending what waits. */
    void cutOff(CloseCode code, String reason) {
        if (closingAt == 0) {
            closingAt = System.nanoTime();
            outbox.drop();
            finished(code.number(), reason);
        }
    }

    /** Ends the connection whatever the other side does. */
    void disconnect() {
        session.ifPresent(Session::disconnect);
    }

    void ping() {
        session.ifPresent(open -> open.sendPing(ByteBuffer.allocate(0), Callback.NOOP));
    }

    @Override
    public void send(String text, Callback callback) {
        session.ifPresentOrElse(
                open -> open.sendText(text, callback),
                () -> callback.fail(new IllegalStateException("not open")));
    }

    @Override
    public void sent(Outgoing frame) {
        traffic.sent();
        frame.line().ifPresent(dialogue::sent);
    }

    @Override
    public void overflowed() {
        traffic.cutOff();
        cutOff(CloseCode.LATER, "too slow");
    }

    @Override
    public void finished(int code, String reason) {
        session.ifPresent(open -> open.close(code, reason, Callback.NOOP));
    }
}
