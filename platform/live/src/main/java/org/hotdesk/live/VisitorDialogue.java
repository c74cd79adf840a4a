package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.customer.Visit;

import java.util.Optional;

/** The visitor's part of the protocol. */
final class VisitorDialogue implements Dialogue {
    private final Hub hub;
    private volatile Optional<Actor.Visitor> visitor = Optional.empty();
    private String language = "";

    VisitorDialogue(Hub hub) {
        this.hub = hub;
    }

    @Override
    public void hello(Command hello, Connection connection) throws InterruptedException {
        var actor =
                new Actor.Visitor(
                        hub.services()
                                .visitors()
                                .byToken(hello.text("token"))
                                .orElseThrow(VisitorDialogue::unknown));
        language = hello.optionalText("language").orElse("");
        visitor = Optional.of(actor);
        connection.outbox().hold();
        hub.connections().visitors.add(actor.id(), connection);
        if (connection.closingAt() != 0) {
            ended(connection);
            return;
        }
        welcome(hello, actor, connection);
        connection.outbox().release();
    }

    private static Fault unknown() {
        return Fault.of(
                Fault.Category.UNAUTHENTICATED,
                "visitor-unknown",
                new Words("访客身份无效，请重新获取令牌。", "This visitor is not known; fetch a new token."));
    }

    private void welcome(Command hello, Actor.Visitor actor, Connection connection)
            throws InterruptedException {
        var named = hello.optionalConversation().flatMap(id -> found(actor, id));
        var seen = named.isPresent() && hello.fields().has("seen") ? hello.number("seen") : 0;
        var shown = hub.services().conversations().current(actor).or(() -> named);
        var position = shown.flatMap(conversation -> position(actor, conversation));
        connection
                .outbox()
                .sendFirst(
                        Frames.welcome(
                                new Frames.VisitorWelcome(
                                        "welcome",
                                        actor.id(),
                                        shown.map(VisitorView::of),
                                        position,
                                        hub.previews())));
        shown.ifPresent(conversation -> recall(actor, conversation, connection));
        if (named.isPresent()) {
            hub.talk().catchUp(actor, named.get(), seen, connection);
        }
        if (shown.isPresent() && !shown.map(Conversation::id).equals(named.map(Conversation::id))) {
            hub.talk().catchUp(actor, shown.get(), 0, connection);
        }
    }

    /** What was asked and not answered is asked again on every connection. */
    private void recall(Actor.Visitor actor, Conversation conversation, Connection connection) {
        hub.services()
                .surveys()
                .find(actor, conversation.id())
                .filter(survey -> survey.state() != Survey.State.ANSWERED)
                .ifPresent(survey -> connection.outbox().sendFirst(Frames.survey(survey)));
    }

    private Optional<Conversation> found(Actor.Visitor actor, ConversationId id) {
        try {
            return Optional.of(hub.services().conversations().find(actor, id));
        } catch (Fault fault) {
            if (fault.category() == Fault.Category.NOT_FOUND) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private Optional<Integer> position(Actor.Visitor actor, Conversation conversation) {
        if (conversation.state() != ConversationState.QUEUED) {
            return Optional.empty();
        }
        var position = hub.services().conversations().position(actor, conversation.id());
        if (position.isEmpty()) {
            return Optional.empty();
        }
        hub.positions().waits(conversation, position.getAsInt());
        return Optional.of(position.getAsInt());
    }

    @Override
    public void command(Command command, Connection connection) throws InterruptedException {
        var actor = visitor.orElseThrow(VisitorDialogue::unknown);
        if (hub.talk().does(command, actor, connection)) {
            return;
        }
        switch (command.type()) {
            case "open" -> {
                open(command, actor, connection);
                return;
            }
            case "close" ->
                    hub.services()
                            .conversations()
                            .close(actor, command.conversation(), Optional.empty());
            case "rate" ->
                    hub.services().surveys().answer(actor, command.conversation(), answer(command));
            case "survey" -> hub.services().surveys().ask(actor, command.conversation());
            case "page" -> page(command, actor);
            default ->
                    throw Fault.invalid(
                            "type",
                            "unknown-command",
                            new Words("没有这个命令，已忽略。", "There is no such command: it is ignored."));
        }
        Talk.acknowledge(command, connection);
    }

    private void open(Command command, Actor.Visitor actor, Connection connection) {
        var id =
                command.id()
                        .orElseThrow(
                                () ->
                                        Fault.invalid(
                                                "id",
                                                "missing",
                                                new Words("缺少 id。", "id is missing.")));
        var opening =
                new Opening(
                        command.optionalText("entryPoint"),
                        command.team(),
                        command.optionalText("category"),
                        command.text("language"),
                        command.draft());
        var conversation = hub.services().conversations().open(actor, opening);
        hub.router().answer(connection, () -> Frames.ackOpen(id, VisitorView.of(conversation)));
    }

    private static Surveys.Answer answer(Command command) {
        var fields = command.fields();
        var stars =
                fields.hasNonNull("stars")
                        ? Optional.of(Math.clamp(command.number("stars"), 0, 100))
                        : Optional.<Integer>empty();
        var satisfied =
                fields.hasNonNull("satisfied")
                        ? Optional.of(command.flag("satisfied"))
                        : Optional.<Boolean>empty();
        return new Surveys.Answer(
                stars,
                satisfied,
                command.texts("reasons"),
                command.optionalText("comment").orElse(""));
    }

    private void page(Command command, Actor.Visitor actor) {
        var visit =
                new Visit(
                        command.text("url"),
                        command.optionalText("title").orElse(""),
                        Optional.empty(),
                        command.optionalText("language").orElse(language),
                        Optional.empty());
        hub.services().visitors().viewed(actor.id(), visit);
    }

    @Override
    public void ended(Connection connection) {
        visitor.ifPresent(
                actor -> {
                    if (!hub.connections().visitors.remove(actor.id(), connection)) {
                        hub.positions().left(actor.id());
                    }
                });
    }

    @Override
    public void sent(Outgoing.Line line) {
        if (line.side() == Author.Side.AGENT) {
            visitor.ifPresent(
                    actor -> hub.deliveries().note(actor, line.conversation(), line.seq()));
        }
    }
}
