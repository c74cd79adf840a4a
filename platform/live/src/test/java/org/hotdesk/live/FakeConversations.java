package org.hotdesk.live;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.conversation.Party;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Conversations in memory, enough to talk; tells a listener as the event log does. */
final class FakeConversations implements Conversations {
    private static final Instant AT = Instant.parse("2026-11-21T13:29:01.204518Z");

    private final Map<ConversationId, Talked> all = new LinkedHashMap<>();
    private volatile EventListener listener = recorded -> {};

    private static final class Talked {
        Conversation now;
        final List<Message> lines = new ArrayList<>();

        Talked(Conversation now) {
            this.now = now;
        }

        Party party() {
            return new Party(now.visitor(), now.team(), now.agent());
        }
    }

    void tell(EventListener listener) {
        this.listener = listener;
    }

    void record(Event event) {
        listener.heard(new Recorded(0, AT, new Actor.Platform("test"), event));
    }

    @Override
    public synchronized Conversation open(Actor.Visitor visitor, Opening opening) {
        var id = new ConversationId(all.size() + 1);
        var talked = new Talked(FakeConversation.begun(id, visitor.id()));
        all.put(id, talked);
        record(new ConversationOpened(talked.now));
        post(visitor, id, opening.first());
        return talked.now;
    }

    synchronized void assign(ConversationId id, AgentId agent, String name) {
        var talked = all.get(id);
        var c = talked.now;
        talked.now =
                FakeConversation.with(
                        c, ConversationState.ACTIVE, Optional.of(agent), Optional.of(name));
        record(new ConversationAssigned(talked.now));
    }

    @Override
    public synchronized CompletionStage<Message> post(Actor actor, ConversationId id, Draft draft) {
        var talked = all.get(id);
        if (talked == null) {
            return CompletableFuture.failedFuture(Fault.notFound("conversation", id));
        }
        if (!talked.now.state().isOpen()) {
            return CompletableFuture.failedFuture(ended());
        }
        for (var line : talked.lines) {
            if (line.clientId().equals(draft.clientId())) {
                return CompletableFuture.completedFuture(line);
            }
        }
        var seq = talked.lines.size() + 1;
        var message =
                new Message(
                        id,
                        seq,
                        draft.clientId(),
                        author(actor),
                        Message.Kind.TEXT,
                        draft.text(),
                        AT);
        talked.lines.add(message);
        talked.now = FakeConversation.grown(talked.now, seq);
        record(new MessagePosted(message, talked.party()));
        return CompletableFuture.completedFuture(message);
    }

    @Override
    public synchronized Message recall(Actor actor, ConversationId id, long seq) {
        var talked = talked(actor, id);
        var line = talked.lines.get((int) seq - 1);
        var gone = with(line, seq, line.clientId(), Message.Kind.RECALLED, "");
        talked.lines.set((int) seq - 1, gone);
        var next = talked.lines.size() + 1L;
        var recall = with(line, next, "system-" + next, Message.Kind.RECALL, Long.toString(seq));
        talked.lines.add(recall);
        talked.now = FakeConversation.grown(talked.now, next);
        record(new MessagePosted(recall, talked.party()));
        return gone;
    }

    private static Message with(
            Message line, long seq, String clientId, Message.Kind kind, String text) {
        return new Message(line.conversation(), seq, clientId, line.author(), kind, text, AT);
    }

    /** Who belongs to a conversation. */
    synchronized Party party(Actor actor, ConversationId id) {
        return talked(actor, id).party();
    }

    private static Fault ended() {
        return Fault.of(
                Fault.Category.CONFLICT,
                "conversation-closed",
                new Words("会话已结束。", "This conversation has ended."));
    }

    private static Author author(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor ->
                    new Author(Author.Side.VISITOR, visitor.id().value(), "访客");
            case Actor.Agent agent ->
                    new Author(Author.Side.AGENT, agent.id().value(), agent.name());
            default -> new Author(Author.Side.SYSTEM, 0, "");
        };
    }

    @Override
    public synchronized void typing(
            Actor actor, ConversationId id, boolean typing, Optional<String> draft) {
        listener.noticed(
                new Signal.Typing(id, talked(actor, id).party(), author(actor), typing, draft));
    }

    @Override
    public synchronized void delivered(Actor actor, ConversationId id, long seq) {
        listener.noticed(
                new Signal.Delivered(id, talked(actor, id).party(), author(actor).side(), seq));
    }

    @Override
    public void read(Actor actor, ConversationId id, long seq) {}

    @Override
    public synchronized Conversation close(
            Actor actor, ConversationId id, Optional<String> category) {
        var talked = talked(actor, id);
        talked.now =
                FakeConversation.with(
                        talked.now,
                        ConversationState.CLOSED,
                        talked.now.agent(),
                        talked.now.agentName());
        record(new ConversationClosed(talked.now));
        return talked.now;
    }

    @Override
    public Conversation rate(Actor.Visitor visitor, ConversationId id, Rating rating) {
        throw Fault.of(
                Fault.Category.CONFLICT, "conversation-open", new Words("会话还在进行。", "It goes on."));
    }

    private Talked talked(Actor actor, ConversationId id) {
        var talked = all.get(id);
        if (talked == null
                || (actor instanceof Actor.Visitor visitor
                        && !visitor.id().equals(talked.now.visitor()))) {
            throw Fault.notFound("conversation", id);
        }
        return talked;
    }

    @Override
    public synchronized Conversation find(Actor actor, ConversationId id) {
        return talked(actor, id).now;
    }

    @Override
    public synchronized Optional<Conversation> current(Actor.Visitor visitor) {
        return all.values().stream()
                .map(talked -> talked.now)
                .filter(each -> each.visitor().equals(visitor.id()) && each.state().isOpen())
                .findFirst();
    }

    @Override
    public synchronized Page<Conversation> list(
            Actor actor, ConversationFilter filter, Optional<String> cursor, int limit) {
        var items =
                all.values().stream()
                        .map(talked -> talked.now)
                        .filter(each -> filter.states().contains(each.state()))
                        .filter(
                                each ->
                                        filter.agent().isEmpty()
                                                || filter.agent().equals(each.agent()))
                        .toList();
        return new Page<>(items, Optional.empty());
    }

    @Override
    public synchronized List<Message> after(Actor actor, ConversationId id, long seq, int limit) {
        return talked(actor, id).lines.stream()
                .filter(line -> line.seq() > seq)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Message> before(Actor actor, ConversationId id, long seq, int limit) {
        return List.of();
    }

    @Override
    public synchronized OptionalInt position(Actor actor, ConversationId id) {
        return OptionalInt.of(1);
    }
}
