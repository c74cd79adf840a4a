package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.Conversations;

import java.util.Optional;
import java.util.concurrent.CompletionException;

/** What visitors and agents do alike. Thread-safe. */
final class Talk {
    private static final int LINES = 500;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Conversations conversations;
    private final Router router;
    private final boolean previews;

    Talk(Conversations conversations, Router router, boolean previews) {
        this.conversations = conversations;
        this.router = router;
        this.previews = previews;
    }

    /** Does one of the commands that both sides have; false when it is none of them. */
    boolean does(Command command, Actor actor, Connection connection) throws InterruptedException {
        switch (command.type()) {
            case "send" -> send(command, actor, connection);
            case "read" -> conversations.read(actor, command.conversation(), command.number("seq"));
            case "recall" ->
                    conversations.recall(actor, command.conversation(), command.number("seq"));
            case "typing" -> typing(command, actor);
            case "fetch" -> {
                fetch(command, actor, connection);
                return true;
            }
            default -> {
                return false;
            }
        }
        if (!command.type().equals("send")) {
            acknowledge(command, connection);
        }
        return true;
    }

    /** What a visitor has typed so far is passed on only where the settings say so. */
    private void typing(Command command, Actor actor) {
        var draft = previews ? command.optionalText("text") : Optional.<String>empty();
        conversations.typing(actor, command.conversation(), command.flag("typing"), draft);
    }

    static void acknowledge(Command command, Connection connection) {
        command.id().map(Frames::ack).ifPresent(connection::send);
    }

    /** The answer comes after the commit, on the router's thread, together with what it pushes. */
    private void send(Command command, Actor actor, Connection connection) {
        var id =
                command.id()
                        .orElseThrow(
                                () ->
                                        Fault.invalid(
                                                "id",
                                                "missing",
                                                new Words("缺少 id。", "id is missing.")));
        conversations
                .post(actor, command.conversation(), command.draft())
                .whenComplete(
                        (message, failure) -> {
                            if (failure == null) {
                                router.answer(connection, () -> Frames.ack(id, message));
                            } else {
                                failed(connection, id, failure);
                            }
                        });
    }

    private static void failed(Connection connection, String id, Throwable failure) {
        var cause =
                failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure;
        if (cause instanceof Fault fault) {
            connection.send(Frames.error(Optional.of(id), fault));
        } else {
            connection.fail(Optional.of(id), cause);
        }
    }

    private void fetch(Command command, Actor actor, Connection connection)
            throws InterruptedException {
        var lines =
                conversations.after(actor, command.conversation(), command.number("after"), LINES);
        for (var line : lines) {
            if (!hasRoom(connection)) {
                return;
            }
            connection.send(Frames.message(line, Optional.empty()));
        }
        command.id()
                .map(id -> Frames.ackFetch(id, lines.size() == LINES))
                .ifPresent(connection::send);
    }

    /** Sends every line after {@code seen}, ahead of what happens meanwhile. */
    void catchUp(Actor actor, Conversation conversation, long seen, Connection connection)
            throws InterruptedException {
        var after = seen;
        var more = conversation.lastSeq() > seen;
        while (more) {
            var lines = conversations.after(actor, conversation.id(), after, LINES);
            for (var line : lines) {
                if (!hasRoom(connection)) {
                    return;
                }
                connection.outbox().sendFirst(Frames.message(line, conversation.agent()));
                after = line.seq();
            }
            more = lines.size() == LINES;
        }
    }

    private static boolean hasRoom(Connection connection) throws InterruptedException {
        var room = connection.outbox().awaitRoom(PATIENCE_MILLIS);
        if (!room) {
            connection.cutOff(CloseCode.LATER, "too slow");
        }
        return room;
    }
}
