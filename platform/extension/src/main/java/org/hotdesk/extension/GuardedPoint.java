package org.hotdesk.extension;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.extension.ProbationListener;
import org.hotdesk.api.extension.Provenance;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** An extension point: asks the best of a name, and the next best where that one may not answer. */
final class GuardedPoint<S> implements ExtensionPoint<S> {
    private final String point;
    private final Limits limits;
    private final Clock clock;
    private final Consumer<Consumer<ProbationListener>> listeners;
    private final Roster<S> roster = new Roster<>();
    private final Changes changes;
    private final Collection<BooleanSupplier> hidden = new ConcurrentLinkedQueue<>();
    private volatile Runnable whenClosed = () -> {};

    GuardedPoint(
            Class<S> point,
            Limits limits,
            Clock clock,
            Consumer<Consumer<ProbationListener>> listeners) {
        this.point = point.getName();
        this.limits = limits;
        this.clock = clock;
        this.listeners = listeners;
        changes = new Changes(point.getSimpleName());
    }

    /** A component came; the next call is its own if it is the best. */
    Guarded<S> came(Offer<S> offer) {
        Guarded<S> one = new Guarded<>(offer, limits, clock);
        roster.add(one);
        changes.happened();
        return one;
    }

    /**
     * A component goes: nobody is sent to it any more; returns when the calls inside have ended.
     */
    void goes(Guarded<S> one) {
        roster.remove(one);
        changes.happened();
        one.close();
    }

    /**
     * A component is there and cannot be had yet.
     *
     * @param look looks again; answers whether nobody needs to look any more. Asked at later calls,
     *     and returns at once
     */
    void hides(BooleanSupplier look) {
        hidden.add(look);
    }

    private void lookForHidden() {
        if (!hidden.isEmpty()) {
            hidden.removeIf(BooleanSupplier::getAsBoolean);
        }
    }

    void whenClosed(Runnable action) {
        whenClosed = action;
    }

    @Override
    public List<Provenance> present() {
        lookForHidden();
        return roster.present();
    }

    @Override
    public <R> Outcome<R> call(
            String extension, Duration budget, Function<? super S, ? extends R> question) {
        lookForHidden();
        while (true) {
            List<Guarded<S>> those = roster.named(extension);
            Optional<Outcome<R>> outcome = firstToAnswer(those, budget, question);
            if (outcome.isPresent()) {
                return outcome.get();
            }
            if (those.isEmpty()) {
                return new Outcome.Missing<>(extension);
            }
            // Everybody asked had just gone, and left the roster before: look again.
        }
    }

    /** Empty when all of them have gone. */
    private <R> Optional<Outcome<R>> firstToAnswer(
            List<Guarded<S>> those, Duration budget, Function<? super S, ? extends R> question) {
        Optional<Outcome<R>> refused = Optional.empty();
        for (Guarded<S> one : those) {
            Attempt<R> attempt = one.call(budget, question);
            switch (attempt.verdict()) {
                case GOOD -> {
                    passes(one, those);
                    return Optional.of(attempt.outcome());
                }
                case NEITHER -> {
                    return Optional.of(attempt.outcome());
                }
                case BAD -> {
                    if (!fails(one, those)) {
                        return Optional.of(attempt.outcome());
                    }
                    refused = Optional.of(attempt.outcome());
                }
                case NOT_ASKED -> refused = refused.or(() -> Optional.of(attempt.outcome()));
                case GONE -> {}
            }
        }
        return refused;
    }

    private void passes(Guarded<S> one, List<Guarded<S>> those) {
        if (one.probation().passes() && hasOlder(one, those)) {
            listeners.accept(each -> each.proved(point, one.provenance()));
        }
    }

    /** Answers whether it was a first call, so that the old version is to answer instead. */
    private boolean fails(Guarded<S> one, List<Guarded<S>> those) {
        if (!hasOlder(one, those)) {
            return false;
        }
        if (one.probation().fails()) {
            roster.reorder(one.offer().name());
            changes.happened();
            one.lastFailure()
                    .ifPresent(
                            reason ->
                                    listeners.accept(
                                            each -> each.failed(point, one.provenance(), reason)));
        }
        return one.probation().isFailed();
    }

    private boolean hasOlder(Guarded<S> one, List<Guarded<S>> those) {
        return those.stream()
                .anyMatch(
                        other ->
                                other.offer().isAnotherVersionOf(one.offer())
                                        && Offer.BEST_FIRST.compare(one.offer(), other.offer())
                                                < 0);
    }

    @Override
    public <R> List<Outcome<R>> callEach(
            Duration budget, Function<? super S, ? extends R> question) {
        lookForHidden();
        return roster.names().stream()
                .map(name -> this.<R>call(name, budget, question))
                .filter(outcome -> !(outcome instanceof Outcome.Missing))
                .toList();
    }

    @Override
    public void onChange(Runnable changed) {
        changes.tell(changed);
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    List<ExtensionState> states() {
        return roster.all().stream().map(one -> one.state(point)).toList();
    }
}
