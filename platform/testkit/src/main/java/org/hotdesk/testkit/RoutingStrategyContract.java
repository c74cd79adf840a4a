package org.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Collections.disjoint;

import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What every routing strategy must hold to. Extend it, name your strategy, and its tests are yours:
 * thousands of made-up requests, each from a seed that a failure names.
 */
public abstract class RoutingStrategyContract {
    /** The time that the conversation's bundle gives a strategy. */
    private static final Duration BUDGET = Duration.ofMillis(250);

    private static final int REQUESTS_A_SIZE = 100;

    /** The strategy under test; called once a test. */
    protected abstract RoutingStrategy strategy();

    /**
     * Whether the same request always gets the same answer. A strategy that draws lots, or that
     * remembers, overrides this and says so in its Javadoc.
     */
    protected boolean isDeterministic() {
        return true;
    }

    static Stream<Integer> sizes() {
        return Stream.of(1, 2, 3, 5, 17, 100, 500);
    }

    @ParameterizedTest(name = "of {0} candidates")
    @MethodSource("sizes")
    void it_keeps_only_candidates_that_it_was_given_and_each_once(int size) {
        RoutingStrategy strategy = strategy();
        forEachRequest(
                size,
                (seed, request) -> {
                    Preference answer = strategy.choose(request);
                    List<AgentId> given = agents(request);
                    assertThat(agents(answer.kept()))
                            .as("kept, seed %d", seed)
                            .doesNotHaveDuplicates()
                            .isSubsetOf(given);
                    assertThat(agents(answer.leftOut()))
                            .as("left out, seed %d", seed)
                            .doesNotHaveDuplicates()
                            .isSubsetOf(given);
                    assertThat(agents(answer.leftOut()))
                            .as("left out and kept, seed %d", seed)
                            .matches(those -> disjoint(those, agents(answer.kept())));
                });
    }

    @Test
    void it_lets_nobody_wait_but_for_somebody_who_is_there_without_room() {
        RoutingStrategy strategy = strategy();
        forEachRequest(
                3,
                (seed, request) ->
                        strategy.choose(request)
                                .hold()
                                .ifPresent(
                                        hold -> {
                                            assertThat(request.full())
                                                    .as("seed %d", seed)
                                                    .extracting(Candidate::agent)
                                                    .contains(hold.agent());
                                            assertThat(hold.until())
                                                    .as("seed %d", seed)
                                                    .isAfter(request.at());
                                        }));
    }

    @Test
    void the_same_arrival_gets_the_same_placement() {
        RoutingStrategy strategy = strategy();
        for (int seed = 0; seed < 1_000; seed++) {
            Arrival arrival = MadeUp.arrival(new Random(seed));
            assertThat(strategy.place(arrival))
                    .as("seed %d", seed)
                    .isEqualTo(strategy.place(arrival));
        }
    }

    @ParameterizedTest(name = "of {0} candidates")
    @MethodSource("sizes")
    void the_same_request_gets_the_same_answer(int size) {
        RoutingStrategy strategy = strategy();
        if (!isDeterministic()) {
            return;
        }
        forEachRequest(
                size,
                (seed, request) ->
                        assertThat(strategy.choose(request))
                                .as("seed %d", seed)
                                .isEqualTo(strategy.choose(request)));
    }

    @Test
    void it_answers_500_candidates_well_within_its_time() {
        RoutingStrategy strategy = strategy();
        List<SampleRequest> requests =
                IntStream.range(0, 50)
                        .mapToObj(seed -> MadeUp.request(500, new Random(seed)))
                        .toList();
        requests.forEach(strategy::choose);
        long fastest = Long.MAX_VALUE;
        for (RoutingRequest request : requests) {
            long started = System.nanoTime();
            strategy.choose(request);
            fastest = Math.min(fastest, System.nanoTime() - started);
        }
        assertThat(Duration.ofNanos(fastest)).isLessThan(BUDGET.dividedBy(5));
    }

    @Test
    void several_threads_may_ask_at_once() throws ExecutionException, InterruptedException {
        RoutingStrategy strategy = strategy();
        List<Future<?>> asking = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 16; thread++) {
                int first = thread * 1_000;
                asking.add(threads.submit(() -> askOften(strategy, first)));
            }
        }
        for (Future<?> one : asking) {
            one.get();
        }
    }

    private void askOften(RoutingStrategy strategy, int firstSeed) {
        for (int seed = firstSeed; seed < firstSeed + 200; seed++) {
            RoutingRequest request = MadeUp.request(1 + seed % 20, new Random(seed));
            Preference answer = strategy.choose(request);
            assertThat(agents(answer.kept()))
                    .as("kept, seed %d", seed)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(agents(request));
            if (isDeterministic()) {
                assertThat(answer).as("seed %d", seed).isEqualTo(strategy.choose(request));
            }
        }
    }

    private interface Check {
        void of(int seed, RoutingRequest request);
    }

    private static void forEachRequest(int size, Check check) {
        IntStream.range(0, REQUESTS_A_SIZE)
                .forEach(seed -> check.of(seed, MadeUp.request(size, new Random(seed))));
    }

    private static List<AgentId> agents(RoutingRequest request) {
        return request.candidates().stream().map(Candidate::agent).toList();
    }

    private static List<AgentId> agents(List<Choice> choices) {
        return choices.stream().map(Choice::agent).toList();
    }
}
