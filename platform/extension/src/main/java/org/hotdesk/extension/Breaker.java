package org.hotdesk.extension;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Cuts a component off when half of its latest calls failed or took nearly all their time, and
 * tries it again later.
 */
final class Breaker {
    /** The library knows one duration that is slow, our calls bring budgets: so it gets shares. */
    private static final long WHOLE_BUDGET = 1_000;

    private static final long SLOW = 900;

    private final CircuitBreaker circuit;

    Breaker(String name, Limits limits, Clock clock) {
        circuit = CircuitBreaker.of(name, config(limits, clock));
    }

    private static CircuitBreakerConfig config(Limits limits, Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(limits.judgedCalls())
                .minimumNumberOfCalls(limits.fewestCalls())
                .failureRateThreshold(50)
                .slowCallRateThreshold(50)
                .slowCallDurationThreshold(Duration.ofMillis(SLOW))
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialBackoff(
                                limits.pause(), 2, limits.longestPause()))
                .writableStackTraceEnabled(false)
                .clock(clock)
                .build();
    }

    boolean lets() {
        return circuit.tryAcquirePermission();
    }

    void answered(Duration took, Duration budget) {
        circuit.onSuccess(share(took, budget), TimeUnit.MILLISECONDS);
    }

    void failed(Duration took, Duration budget) {
        circuit.onError(share(took, budget), TimeUnit.MILLISECONDS, new Failure());
    }

    /** The call did not come to pass, and says nothing about the plugin. */
    void withdrawn() {
        circuit.releasePermission();
    }

    boolean isOpen() {
        return circuit.getState() == CircuitBreaker.State.OPEN;
    }

    private static long share(Duration took, Duration budget) {
        return took.toNanos() * WHOLE_BUDGET / Math.max(1, budget.toNanos());
    }

    /** What the library wants as cause; it only counts it. */
    private static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Failure() {
            super("a plugin failed", null, false, false);
        }
    }
}
