package org.hotdesk.extension;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.ExtensionState.LastFailure;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.extension.Attempt.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** One component of a plugin under guard: each call on a thread of its own, timed and counted. */
final class Guarded<S> {
    private static final Logger log = LoggerFactory.getLogger(Guarded.class);

    private final Offer<S> offer;
    private final Limits limits;
    private final Clock clock;
    private final Door door;
    private final Breaker breaker;
    private final Thread.Builder.OfVirtual threads;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final Probation probation;
    private final Streak streak;
    private volatile Optional<LastFailure> lastFailure = Optional.empty();

    Guarded(Offer<S> offer, Limits limits, Clock clock) {
        this.offer = offer;
        this.limits = limits;
        this.clock = clock;
        door = new Door(limits.callsAtOnce());
        breaker = new Breaker(offer.name(), limits, clock);
        streak = new Streak(limits.firstCalls());
        probation = new Probation(limits.firstCalls());
        threads = Thread.ofVirtual().name("plugin " + offer.name());
    }

    Offer<S> offer() {
        return offer;
    }

    Provenance provenance() {
        return offer.provenance();
    }

    Probation probation() {
        return probation;
    }

    /** Asks it, on a thread of its own. */
    <R> Attempt<R> call(Duration budget, Function<? super S, ? extends R> question) {
        return switch (door.enter()) {
            case CLOSED -> new Attempt<>(new Outcome.Missing<>(offer.name()), Verdict.GONE);
            case FULL -> cutOff();
            case IN -> {
                if (breaker.lets()) {
                    yield ask(budget, question);
                }
                door.leave();
                yield cutOff();
            }
        };
    }

    private <R> Attempt<R> ask(Duration budget, Function<? super S, ? extends R> question) {
        calls.increment();
        FutureTask<R> task = new FutureTask<>(() -> answer(question));
        long started = System.nanoTime();
        threads.start(() -> runInside(task));
        try {
            R answer = task.get(budget.toNanos(), NANOSECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            breaker.answered(took, budget);
            streak.good();
            return new Attempt<>(new Outcome.Answered<>(answer, provenance(), took), Verdict.GOOD);
        } catch (ExecutionException thrown) {
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return failed(Objects.requireNonNull(thrown.getCause()), took, budget);
        } catch (TimeoutException late) {
            abandon(task);
            breaker.failed(budget, budget);
            note(late(budget), Optional.empty());
            return new Attempt<>(new Outcome.TimedOut<>(provenance(), budget), Verdict.BAD);
        } catch (InterruptedException stop) {
            abandon(task);
            breaker.withdrawn();
            Thread.currentThread().interrupt();
            return new Attempt<>(
                    new Outcome.Failed<>(provenance(), "who asked was interrupted", Duration.ZERO),
                    Verdict.NEITHER);
        }
    }

    private <R> R answer(Function<? super S, ? extends R> question) {
        return Objects.requireNonNull(question.apply(offer.component()), "it answered null");
    }

    private <R> Attempt<R> cutOff() {
        return new Attempt<>(new Outcome.CutOff<>(provenance()), Verdict.NOT_ASKED);
    }

    private void runInside(FutureTask<?> task) {
        Thread.currentThread().setContextClassLoader(offer.component().getClass().getClassLoader());
        try {
            task.run();
        } finally {
            if (task.isCancelled()) {
                door.leaveAfterGivingUp();
            } else {
                door.leave();
            }
        }
    }

    private void abandon(FutureTask<?> task) {
        if (task.cancel(true)) {
            door.giveUp();
        }
    }

    private <R> Attempt<R> failed(Throwable thrown, Duration took, Duration budget) {
        String reason = thrown.getClass().getName() + ": " + thrown.getMessage();
        Outcome<R> outcome = new Outcome.Failed<>(provenance(), reason, took);
        if (thrown instanceof Fault) {
            // An answer of its own kind: the request was wrong, not the plugin.
            breaker.answered(took, budget);
            return new Attempt<>(outcome, Verdict.NEITHER);
        }
        breaker.failed(took, budget);
        note(Words.same(reason), Optional.of(thrown));
        return new Attempt<>(outcome, Verdict.BAD);
    }

    private static Words late(Duration budget) {
        long millis = budget.toMillis();
        return new Words(millis + " 毫秒内没有回应", "no answer within " + millis + " ms");
    }

    private void note(Words reason, Optional<Throwable> thrown) {
        boolean first = lastFailure.isEmpty();
        failures.increment();
        streak.bad();
        lastFailure = Optional.of(new LastFailure(clock.instant(), reason));
        if (first && thrown.isPresent()) {
            log.warn("{} failed; later failures come without a trace", provenance(), thrown.get());
        } else {
            log.warn("{} failed: {}", provenance(), reason.en());
        }
        if (breaker.isOpen()) {
            log.warn("{} is cut off for a while", provenance());
        }
    }

    /** Empty when it never failed. */
    Optional<Words> lastFailure() {
        return lastFailure.map(LastFailure::reason);
    }

    /** Lets no call in any more, and waits within bounds for those inside. */
    void close() {
        if (!door.close(limits.drain())) {
            log.warn("{} goes with {} calls inside", provenance(), door.inside());
        }
    }

    ExtensionState state(String point) {
        return new ExtensionState(
                point,
                provenance(),
                breaker.isOpen(),
                calls.sum(),
                failures.sum(),
                streak.failures(),
                lastFailure);
    }
}
