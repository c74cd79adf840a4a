package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.event.Signal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The conversations of this server's database. */
@Component
public final class StoredConversations implements Conversations {
    private static final int PAGE = 200;
    private static final int LINES = 500;
    private static final int DRAFT = 500;

    private final Tables tables;
    private final Access access;
    private final Lists lists;
    private final Parties parties;
    private final Beginning beginning;
    private final Endings endings;
    private final StoredSurveys surveys;
    private final Recalls recalls;
    private final MessageWriter writer;
    private final StoredWords words;

    // checkstyle off: ParameterNumber, because the container injects what this needs here
    @Activate
    public StoredConversations(
            @Reference Tables tables,
            @Reference Access access,
            @Reference Beginning beginning,
            @Reference Endings endings,
            @Reference StoredSurveys surveys,
            @Reference Parties parties,
            @Reference StoredWords words) {
        this.words = words;
        this.tables = tables;
        this.access = access;
        this.beginning = beginning;
        this.parties = parties;
        lists = new Lists(tables.queues(), access);
        this.endings = endings;
        this.surveys = surveys;
        recalls = new Recalls(tables, access);
        writer = new MessageWriter(new MessageBatch(tables, access));
    }

    // checkstyle on: ParameterNumber

    @Deactivate
    void close() {
        writer.close();
    }

    @Override
    public Conversation open(Actor.Visitor visitor, Opening opening) {
        Opening checked = Limits.checked(opening);
        requireWords(visitor, Optional.empty(), checked.first());
        return beginning.begin(visitor, checked).orElseGet(() -> continueOpen(visitor, checked));
    }

    private Conversation continueOpen(Actor.Visitor visitor, Opening opening) {
        Optional<Conversation> open = current(visitor);
        if (open.isEmpty()) {
            // It ended between the two looks: now a new one can begin.
            return open(visitor, opening);
        }
        await(post(visitor, open.get().id(), opening.first()));
        return find(visitor, open.get().id());
    }

    private static void await(CompletionStage<Message> written) {
        try {
            written.toCompletableFuture().join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw failed;
        }
    }

    @Override
    public CompletionStage<Message> post(Actor actor, ConversationId id, Draft draft) {
        CompletableFuture<Message> written = new CompletableFuture<>();
        try {
            Limits.check(draft);
            requireWords(actor, Optional.of(id), draft);
        } catch (Fault fault) {
            written.completeExceptionally(fault);
            return written;
        }
        writer.accept(new Work.Post(actor, id, draft, written));
        return written;
    }

    /** What was taken before stays taken, whatever the list of words says now. */
    private void requireWords(Actor actor, Optional<ConversationId> id, Draft draft) {
        Optional<Fault> objection = words.objection(actor, draft);
        if (objection.isPresent() && !isWritten(actor, id, draft)) {
            throw objection.get();
        }
    }

    private boolean isWritten(Actor actor, Optional<ConversationId> id, Draft draft) {
        Optional<Long> where =
                id.map(ConversationId::value)
                        .or(
                                () ->
                                        actor instanceof Actor.Visitor visitor
                                                ? tables.conversations()
                                                        .newestOf(visitor.id().value())
                                                        .map(ConversationRow::id)
                                                : Optional.empty());
        return where.flatMap(each -> tables.messages().sentAs(each, draft.clientId()))
                .filter(row -> Sides.isAuthor(actor, row.toMessage().author()))
                .isPresent();
    }

    @Override
    public Message recall(Actor actor, ConversationId id, long seq) {
        return recalls.recall(actor, id, seq);
    }

    @Override
    public void typing(Actor actor, ConversationId id, boolean typing, Optional<String> draft) {
        Optional<String> told =
                draft.filter(text -> actor instanceof Actor.Visitor)
                        .map(text -> text.substring(0, Math.min(text.length(), DRAFT)));
        parties.of(id, actor)
                .ifPresent(
                        party ->
                                tables.events()
                                        .signal(
                                                new Signal.Typing(
                                                        id,
                                                        party,
                                                        Sides.author(actor),
                                                        typing,
                                                        told)));
    }

    @Override
    public void delivered(Actor actor, ConversationId id, long seq) {
        parties.of(id, actor)
                .ifPresent(
                        party ->
                                tables.events()
                                        .signal(
                                                new Signal.Delivered(
                                                        id, party, Sides.of(actor), seq)));
    }

    @Override
    public void read(Actor actor, ConversationId id, long seq) {
        writer.accept(new Work.Mark(actor, id, seq, new CompletableFuture<>()));
    }

    @Override
    public Conversation close(Actor actor, ConversationId id, Optional<String> category) {
        return endings.close(actor, id, Limits.category(category));
    }

    @Override
    public Conversation rate(Actor.Visitor visitor, ConversationId id, Rating rating) {
        Limits.check(rating);
        return surveys.answer(
                visitor,
                id,
                new Surveys.Answer(
                        Optional.of(rating.stars()),
                        Optional.empty(),
                        List.of(),
                        rating.comment()));
    }

    @Override
    public Conversation find(Actor actor, ConversationId id) {
        return access.readable(actor, id).toConversation();
    }

    @Override
    public Optional<Conversation> current(Actor.Visitor visitor) {
        return tables.conversations()
                .openOf(visitor.id().value())
                .map(ConversationRow::toConversation);
    }

    @Override
    public Page<Conversation> list(
            Actor actor, ConversationFilter filter, Optional<String> cursor, int limit) {
        return lists.list(actor, filter, cursor, Limits.limit(limit, PAGE));
    }

    @Override
    public List<Message> after(Actor actor, ConversationId id, long seq, int limit) {
        long readable = access.readable(actor, id).id();
        return tables.messages().after(readable, seq, Limits.limit(limit, LINES)).stream()
                .map(MessageRow::toMessage)
                .toList();
    }

    @Override
    public List<Message> before(Actor actor, ConversationId id, long seq, int limit) {
        long readable = access.readable(actor, id).id();
        return tables
                .messages()
                .newestBefore(readable, seq, Limits.limit(limit, LINES))
                .reversed()
                .stream()
                .map(MessageRow::toMessage)
                .toList();
    }

    @Override
    public OptionalInt position(Actor actor, ConversationId id) {
        ConversationRow row = access.readable(actor, id);
        return row.state() == ConversationState.QUEUED
                ? OptionalInt.of(tables.queues().before(row.team(), row.turnAt(), row.id()) + 1)
                : OptionalInt.empty();
    }
}
