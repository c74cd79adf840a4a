package org.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

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
import java.time.Instant;
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
                            .isSubsetOf(given)
                            .doesNotContainAnyElementsOf(agents(answer.kept()));
                });
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
                IntStream.range(0, 50).mapToObj(seed -> madeUp(500, new Random(seed))).toList();
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
            RoutingRequest request = madeUp(1 + seed % 20, new Random(seed));
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
                .forEach(seed -> check.of(seed, madeUp(size, new Random(seed))));
    }

    private static SampleRequest madeUp(int size, Random random) {
        SampleRequest request =
                request()
                        .team(1 + random.nextInt(5))
                        .visitor(1 + random.nextInt(1_000))
                        .language(random.nextBoolean() ? "zh-CN" : "en")
                        .weight(1 + random.nextInt(3));
        return request.with(
                IntStream.rangeClosed(1, size)
                        .mapToObj(id -> madeUpCandidate(id, random))
                        .toArray(Candidate[]::new));
    }

    private static SampleCandidate madeUpCandidate(int id, Random random) {
        int capacity = 1 + random.nextInt(8);
        SampleCandidate one =
                candidate(id)
                        .capacity(capacity)
                        .load(random.nextInt(capacity))
                        .handledToday(random.nextInt(60));
        if (random.nextInt(10) > 0) {
            // Few distinct times, so that there are ties.
            one = one.lastAssigned(Instant.EPOCH.plusSeconds(random.nextInt(50)));
        }
        for (String skill : List.of("returns", "退货", "delivery")) {
            if (random.nextBoolean()) {
                one = one.skill(skill, 1 + random.nextInt(5));
            }
        }
        return one;
    }

    private static List<AgentId> agents(RoutingRequest request) {
        return request.candidates().stream().map(Candidate::agent).toList();
    }

    private static List<AgentId> agents(List<Choice> choices) {
        return choices.stream().map(Choice::agent).toList();
    }
}
