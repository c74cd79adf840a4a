package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotdesk.conversation.Ending.asks;

import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.EndingRules.Idle;
import org.hotdesk.api.conversation.EndingRules.WrappingUp;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys.Answer;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationRated;
import org.hotdesk.api.event.ConversationWrappedUp;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.SurveyChanged;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Things that happen at the same moment, in an order that a seed decides. */
@OnBothDatabases
class EndingRacesTest {
    private static final long SEED = Long.getLong("hotdesk.test.seed", 20_261_122);
    private static final int TIMES = 10;

    private final Random random = new Random(SEED);
    private final List<Event> told = new CopyOnWriteArrayList<>();
    private final ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor();
    private Helpdesk helpdesk;
    private Ending ending;

    @BeforeEach
    void open(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        ending = new Ending(helpdesk);
        helpdesk.agent(1, Presence.ONLINE, 40);
        database.listen(recorded -> told.add(recorded.event()));
    }

    @AfterEach
    void close() {
        crowd.close();
        helpdesk.close();
    }

    /** Lets all of it happen at once; what is refused is refused. */
    private void atOnce(Runnable... deeds) {
        List<Runnable> shuffled = new ArrayList<>(List.of(deeds));
        Collections.shuffle(shuffled, random);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = new ArrayList<>();
        for (Runnable deed : shuffled) {
            all.add(crowd.submit(() -> run(start, deed)));
        }
        start.countDown();
        for (Future<?> one : all) {
            await().until(one::isDone);
            assertThat(one.state()).as("seed %s", SEED).isEqualTo(Future.State.SUCCESS);
        }
    }

    private static boolean run(CountDownLatch start, Runnable deed) throws InterruptedException {
        start.await();
        try {
            deed.run();
            return true;
        } catch (Fault refused) {
            return false;
        }
    }

    private <E extends Event> long count(Class<E> type, ConversationId id) {
        return told.stream()
                .filter(type::isInstance)
                .filter(event -> event.subject().equals("conversation/" + id))
                .count();
    }

    private static Answer stars(int stars) {
        return new Answer(Optional.of(stars), Optional.empty(), List.of(), "");
    }

    @Test
    void whoever_asks_and_rates_at_once_it_is_asked_once_and_rated_once() {
        ending.rules(asks(), Ending.neverIdle(), Ending.noWrapUp(), 0);
        for (int i = 1; i <= TIMES; i++) {
            long visitor = i;
            ConversationId id = ending.active(visitor);
            helpdesk.surveys.ask(Ending.BOSS, id);
            atOnce(
                    Stream.of(1, 2, 3, 4, 5)
                            .<Runnable>map(
                                    stars ->
                                            () ->
                                                    helpdesk.surveys.answer(
                                                            Helpdesk.visitor(visitor),
                                                            id,
                                                            stars(stars)))
                            .toArray(Runnable[]::new));
            atOnce(() -> helpdesk.close(id), () -> helpdesk.surveys.ask(Ending.BOSS, id));
            Survey survey = ending.survey(id).orElseThrow();
            assertThat(survey.given().map(Survey.Given::stars))
                    .isEqualTo(helpdesk.find(id).rating().map(rating -> rating.stars()));
            await().until(() -> count(ConversationRated.class, id) == 1);
            assertThat(count(SurveyChanged.class, id)).isEqualTo(1);
        }
        assertThat(new StoredRecords(helpdesk.tables).sum("", 1))
                .singleElement()
                .satisfies(sum -> assertThat(sum.rated()).isEqualTo(TIMES));
    }

    @Test
    void an_agent_a_visitor_and_the_idle_timer_end_a_conversation_once() {
        ending.rules(asks(), new Idle(60, 30, 0), new WrappingUp(true, true, 0), 0);
        for (int i = 1; i <= TIMES; i++) {
            long visitor = i;
            ConversationId id = ending.active(visitor);
            await().until(() -> helpdesk.tables.timers().find(id.value(), Kind.IDLE).isPresent());
            helpdesk.post(ending.agentOf(id), id, "b", "在吗");
            ending.after(Duration.ofSeconds(61));
            helpdesk.clock.forward(Duration.ofSeconds(31));
            atOnce(
                    () -> helpdesk.close(id),
                    () ->
                            helpdesk.conversations.close(
                                    Helpdesk.visitor(visitor), id, Optional.empty()),
                    () -> helpdesk.alarms.actOnAll(),
                    () -> helpdesk.alarms.actOnAll());
            assertThat(helpdesk.find(id).state()).isEqualTo(ConversationState.WRAP_UP);
            await().until(() -> count(ConversationClosed.class, id) == 1);
            assertThat(helpdesk.lines(id).stream().filter(line -> line.startsWith("closed-")))
                    .hasSize(1);
            atOnce(
                    () -> helpdesk.wrapUps.finish(Ending.BOSS, id, Optional.empty(), "a"),
                    () -> helpdesk.wrapUps.finish(Ending.BOSS, id, Optional.empty(), "b"));
            await().until(() -> count(ConversationWrappedUp.class, id) == 1);
            assertThat(ending.load()).isZero();
        }
    }

    @Test
    void coming_back_and_closing_at_once_leave_one_open_conversation_and_its_load() {
        ending.rules(asks(), Ending.neverIdle(), new WrappingUp(true, true, 0), 600);
        for (int i = 1; i <= TIMES; i++) {
            long visitor = i;
            ConversationId id = ending.active(visitor);
            helpdesk.close(id);
            String clientId = "again" + i;
            atOnce(
                    () -> ending.writesAgain(visitor, clientId),
                    () -> ending.writesAgain(visitor, clientId),
                    () -> ending.writesAgain(visitor, "other" + visitor),
                    () -> helpdesk.wrapUps.finish(Ending.BOSS, id, Optional.empty(), ""),
                    () -> helpdesk.close(id));
            assertThat(helpdesk.lines(id).stream().filter("还有一个问题"::equals).count())
                    .as("seed %s", SEED)
                    .isBetween(1L, 2L);
            Conversation now = helpdesk.find(id);
            if (now.state().isOpen()) {
                helpdesk.close(id);
            }
            if (helpdesk.find(id).state() == ConversationState.WRAP_UP) {
                helpdesk.wrapUps.finish(Ending.BOSS, id, Optional.empty(), "");
            }
            assertThat(ending.load()).isZero();
        }
        assertThat(new StoredRecords(helpdesk.tables).sum("", 1))
                .singleElement()
                .satisfies(sum -> assertThat(sum.handled()).isEqualTo(TIMES));
    }
}
