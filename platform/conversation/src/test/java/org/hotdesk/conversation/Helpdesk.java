package org.hotdesk.conversation;

import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.desk.Desk;
import org.hotdesk.desk.DeskTable;
import org.hotdesk.persistence.TestDatabase;
import org.hotdesk.testkit.Configured;
import org.hotdesk.testkit.DirectExtensions;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A whole helpdesk for tests: conversations, router and plans over a database and a test's staff.
 */
final class Helpdesk implements AutoCloseable {
    private static final Actor BOSS = new Actor.Platform("test");

    /** So many decisions wait for a shadow at most. */
    static final int SHADOWS = 8;

    final DirectExtensions extensions = new DirectExtensions();
    final RunningClock clock = new RunningClock();
    final Desk desk;
    final StoredConversations conversations;
    final StoredNotes notes;
    final StoredReplies replies;
    final StoredWords words;
    final StoredAttachments attachments;
    final HeapFiles files = new HeapFiles();
    final StoredPlans plans;
    final StoredEntryPoints entryPoints;
    final Crowd crowd = new Crowd();
    final StoredDecisions decisions;
    final ReceptionBook receptions;
    final Strategies strategies;
    final Trials trials;
    final ShadowRun shadowRun;
    final StoredTeamRules rules;
    final StoredSurveys surveys;
    final StoredWrapUps wrapUps;
    final StoredCategories categories;
    final Alarms alarms;
    private final Beginning beginning;
    private final Map<ConversationId, Conversation> told = new ConcurrentHashMap<>();
    final Router router;
    final Tables tables;

    // checkstyle off: MethodLength, because it puts every part together
    Helpdesk(TestDatabase database, int teams) {
        tables =
                new Tables(
                        database.storage(ConversationTable.class),
                        database.transactions(),
                        database.events(),
                        clock);
        desk =
                new Desk(
                        database.storage(DeskTable.class).mapper(DeskTable.class),
                        database.transactions(),
                        database.events(),
                        teams);
        strategies = new Strategies(extensions);
        Access access = new Access(tables, desk.agents());
        Parties parties = new Parties(tables);
        receptions = new ReceptionBook(tables);
        entryPoints = new StoredEntryPoints(tables, desk.teams());
        plans = new StoredPlans(entryPoints, strategies);
        decisions = new StoredDecisions(tables, access, receptions);
        replies = new StoredReplies(tables, access);
        notes = new StoredNotes(tables, access);
        attachments = new StoredAttachments(tables, access, files, new FileSettings());
        words = new StoredWords(tables);
        Timers timers = new Timers(tables);
        rules = new StoredTeamRules(tables, desk.teams(), timers);
        SurveyBook surveyBook = new SurveyBook(tables, rules, timers);
        WrapUpBook wrapUpBook = new WrapUpBook(tables, desk, timers);
        surveys = new StoredSurveys(tables, access, rules, surveyBook, timers);
        wrapUps = new StoredWrapUps(tables, access, wrapUpBook);
        categories = new StoredCategories(tables);
        Endings endings = new Endings(tables, access, desk, rules, surveyBook, wrapUpBook);
        Reopenings reopenings = new Reopenings(tables, desk, rules, wrapUpBook, turns());
        beginning =
                new Beginning(
                        tables, crowd, receptions(strategies), reopenings, receptions, turns());
        conversations =
                new StoredConversations(
                        tables, access, beginning, endings, surveys, parties, words);
        alarms = new Alarms(tables, rules, timers, surveyBook, wrapUpBook, endings);
        trials = new Trials(desk, desk.teams(), strategies);
        shadowRun = new ShadowRun(tables, entryPoints, trials, SHADOWS);
        router =
                router(new QueuePass(tables, desk, entryPoints, receptions, strategies, shadowRun));
        List.<EventListener>of(parties, router, alarms, this::note).forEach(database::listen);
    }

    // checkstyle on: MethodLength

    private void note(Recorded recorded) {
        if (recorded.event() instanceof ConversationAssigned assigned) {
            told.put(assigned.conversation().id(), assigned.conversation());
        }
    }

    /** What was told of the last assignment of a conversation. */
    Conversation assigned(ConversationId id) {
        await().until(() -> told.containsKey(id));
        return Objects.requireNonNull(told.get(id));
    }

    private Router router(QueuePass pass) {
        return new Router(
                tables, pass, new Absences(tables, desk, desk.presences()), desk.agents());
    }

    private Receptions receptions(Strategies strategies) {
        return new Receptions(tables, desk.teams(), entryPoints, crowd.customers(), strategies);
    }

    static Turns turns() {
        return Configured.component(Turns.class, Map.of());
    }

    void strategy(String name, RoutingStrategy strategy) {
        extensions.with(RoutingStrategy.class, name, strategy);
    }

    AgentId agent(long id, Presence presence, int capacity) {
        return desk.add(id, presence, capacity);
    }

    void presence(AgentId agent, Presence presence) {
        desk.presences().set(BOSS, agent, presence, Optional.empty());
    }

    static Actor.Visitor visitor(long id) {
        return new Actor.Visitor(new VisitorId(id));
    }

    Conversation open(long visitor, String clientId, String text) {
        return open(visitor, clientId, 1, text);
    }

    Conversation open(long visitor, String clientId, long team, String text) {
        return conversations.open(
                visitor(visitor),
                new Opening(Optional.of(new TeamId(team)), "zh-CN", new Draft(clientId, text)));
    }

    Message post(Actor actor, ConversationId id, String clientId, String text) {
        try {
            return conversations
                    .post(actor, id, new Draft(clientId, text))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof Fault fault) {
                throw fault;
            }
            throw failed;
        }
    }

    Conversation find(ConversationId id) {
        return conversations.find(BOSS, id);
    }

    Conversation close(ConversationId id) {
        return conversations.close(BOSS, id, Optional.empty());
    }

    List<String> lines(ConversationId id) {
        return conversations.after(BOSS, id, 0, 500).stream().map(Message::text).toList();
    }

    @Override
    public void close() {
        attachments.close();
        words.close();
        alarms.close();
        router.close();
        shadowRun.close();
        conversations.close();
        beginning.close();
    }
}
