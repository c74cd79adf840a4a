package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.ConsumerState;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.EventConsumer;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Update;
import org.hotdesk.thing.ThingBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

@OnBothDatabases
final class EventLogTest {
    private static final Actor AGENT =
            new Actor.Agent(new AgentId(5), "Wang Wei", Set.of(Permission.STAFF_READ));

    interface Takings {
        @Update("INSERT INTO test_taken (consumer, event) VALUES (#{consumer}, #{event})")
        void insert(String consumer, long event);
    }

    /** Remembers what it took. */
    private static final class Memory implements EventConsumer {
        private final List<Recorded> taken = new CopyOnWriteArrayList<>();
        private final List<Integer> sizes = new CopyOnWriteArrayList<>();

        @Override
        public void take(List<Recorded> events) {
            sizes.add(events.size());
            taken.addAll(events);
        }

        List<Event> events() {
            return taken.stream().map(Recorded::event).toList();
        }
    }

    private final TestDatabase database;
    private final Takings takings;
    private Events events;

    EventLogTest(TestDatabase database) {
        this.database = database;
        takings = database.storage(ThingBundle.class).mapper(Takings.class);
        events = database.events();
    }

    @BeforeEach
    void open() {
        events = database.events();
    }

    private static BundleChanged change(int number) {
        return new BundleChanged("bundle" + number % 7, "1.0." + number, "installed", "");
    }

    private void record(Event... recorded) {
        database.transactions()
                .run(
                        () ->
                                events.record(
                                        List.of(recorded).stream()
                                                .map(event -> new Events.Deed(AGENT, event))
                                                .toList()));
    }

    @Test
    void listeners_hear_after_the_commit_and_not_before() {
        List<Event> heard = new ArrayList<>();
        database.listen(recorded -> heard.add(recorded.event()));
        database.transactions()
                .run(
                        () -> {
                            events.record(AGENT, change(1));
                            assertThat(heard).isEmpty();
                        });
        assertThat(heard).containsExactly(change(1));
    }

    @Test
    void nobody_hears_of_what_was_rolled_back() {
        List<Event> heard = new ArrayList<>();
        Memory memory = new Memory();
        database.listen(recorded -> heard.add(recorded.event()));
        database.consume("memory", memory);
        assertThatThrownBy(
                        () ->
                                database.transactions()
                                        .run(
                                                () -> {
                                                    events.record(AGENT, change(1));
                                                    throw new IllegalArgumentException("no");
                                                }))
                .hasMessage("no");
        record(change(2));
        await().until(() -> !memory.taken.isEmpty());
        assertThat(heard).containsExactly(change(2));
        assertThat(memory.events()).containsExactly(change(2));
    }

    @Test
    void recording_needs_a_transaction() {
        assertThatThrownBy(() -> events.record(AGENT, change(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_consumer_that_comes_late_takes_all_in_order() {
        for (int i = 0; i < 30; i++) {
            record(change(3 * i), change(3 * i + 1), change(3 * i + 2));
        }
        Memory memory = new Memory();
        database.consume("late", memory);
        await().until(() -> memory.taken.size() >= 90);
        assertThat(memory.events())
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.range(0, 90)
                                .mapToObj(EventLogTest::change)
                                .toList());
    }

    @Test
    void what_was_recorded_is_read_back_without_permissions() {
        Memory memory = new Memory();
        List<Recorded> heard = new CopyOnWriteArrayList<>();
        database.consume("memory", memory);
        database.listen(heard::add);
        record(change(1));
        await().until(() -> !memory.taken.isEmpty());
        Recorded live = heard.getFirst();
        assertThat(memory.taken)
                .containsExactly(
                        new Recorded(
                                live.id(),
                                live.at(),
                                new Actor.Agent(new AgentId(5), "Wang Wei", Set.of()),
                                live.event()));
    }

    @Test
    void a_consumer_goes_on_where_it_was() {
        Memory first = new Memory();
        database.consume("memory", first);
        record(change(1));
        await().until(() -> first.taken.size() == 1);
        database.rest();
        events = database.events();
        record(change(2));
        Memory second = new Memory();
        database.consume("memory", second);
        await().until(() -> !second.taken.isEmpty());
        assertThat(second.events()).containsExactly(change(2));
    }

    @Test
    void a_rewound_consumer_takes_the_log_again() {
        Memory memory = new Memory();
        database.consume("memory", memory);
        record(change(1), change(2), change(3));
        await().until(() -> memory.taken.size() == 3);
        ConsumerState state = events.consumers().getFirst();
        events.rewind("memory", state.position() - 2);
        await().until(() -> memory.taken.size() == 5);
        assertThat(memory.events().subList(3, 5)).containsExactly(change(2), change(3));
        assertThatThrownBy(() -> events.rewind("nobody", 0)).isInstanceOf(Fault.class);
    }

    @Test
    void what_a_consumer_writes_and_its_position_are_one() {
        AtomicBoolean fails = new AtomicBoolean(true);
        AtomicInteger attempts = new AtomicInteger();
        database.consume(
                "writer",
                taken -> {
                    taken.forEach(recorded -> takings.insert("writer", recorded.id()));
                    attempts.incrementAndGet();
                    if (fails.get()) {
                        throw new IllegalStateException("the index is full");
                    }
                });
        record(change(1), change(2));
        await().until(() -> attempts.get() >= 2);
        ConsumerState failing = events.consumers().getFirst();
        assertThat(failing.behind()).isEqualTo(2);
        assertThat(failing.failure().orElseThrow()).contains("the index is full");
        assertThat(new EventLogHealth(events).check().message().en()).contains("the index is full");
        assertThat(database.count("test_taken")).isZero();
        fails.set(false);
        await().until(() -> events.consumers().getFirst().behind() == 0);
        assertThat(database.count("test_taken")).isEqualTo(2);
        assertThat(events.consumers().getFirst().failure()).isEmpty();
    }

    @Test
    void a_listener_that_throws_hurts_nobody() {
        List<Event> heard = new ArrayList<>();
        List<Signal> noticed = new ArrayList<>();
        database.listen(
                recorded -> {
                    throw new IllegalStateException("broken");
                });
        database.listen(
                new EventListener() {
                    @Override
                    public void heard(Recorded recorded) {
                        heard.add(recorded.event());
                    }

                    @Override
                    public void noticed(Signal signal) {
                        noticed.add(signal);
                    }
                });
        record(change(1));
        events.signal(new Signal.QueueMoved(new TeamId(3)));
        assertThat(heard).containsExactly(change(1));
        assertThat(noticed).containsExactly(new Signal.QueueMoved(new TeamId(3)));
    }

    @Test
    void consumers_hear_within_moments_at_rest() {
        Memory memory = new Memory();
        database.consume("memory", memory);
        record(change(0));
        await().until(() -> memory.taken.size() == 1);
        long begun = System.nanoTime();
        record(change(1));
        await().pollInterval(Duration.ofMillis(1)).until(() -> memory.taken.size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(700));
    }

    @Test
    void batches_are_bounded() {
        Event[] many =
                java.util.stream.IntStream.range(0, 1200)
                        .mapToObj(EventLogTest::change)
                        .toArray(Event[]::new);
        record(many);
        Memory memory = new Memory();
        database.consume("memory", memory);
        await().until(() -> memory.taken.size() == 1200);
        assertThat(memory.sizes).allMatch(size -> size <= 500);
    }
}
