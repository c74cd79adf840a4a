package org.hotdesk.customer;

import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.CustomerStore;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.function.Function;

/** The one door to the customer store that the settings name. */
@Component(
        service = Stores.class,
        configurationPid = "org.hotdesk.customer",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Stores {
    private static final Duration BUDGET = Duration.ofSeconds(2);

    /** Settings {@code customer.…}. */
    public @interface Config {
        /** Extension name of the store that keeps the customers. */
        String store() default "crm-sql";
    }

    /** What a store said: an answer, or what is wrong with the request. */
    sealed interface Reply<R> {
        /** It did what it was asked. */
        record Answer<R>(R value) implements Reply<R> {}

        /** The request is at fault, not the store. */
        record Refusal<R>(Fault fault) implements Reply<R> {}

        /** No store is there, or it did not answer. */
        record Silence<R>() implements Reply<R> {}
    }

    private final ExtensionPoint<CustomerStore> point;
    private final String name;

    @Activate
    public Stores(@Reference Extensions extensions, Config config) {
        this(extensions, config.store());
    }

    Stores(Extensions extensions, String name) {
        this.point = extensions.open(CustomerStore.class);
        this.name = name;
    }

    @Deactivate
    void close() {
        point.close();
    }

    /** Asks the store. The caller is in no transaction: the store may be another machine. */
    <R> Reply<R> ask(Function<CustomerStore, R> question) {
        Outcome<Reply<R>> outcome = point.call(name, BUDGET, store -> answer(store, question));
        return switch (outcome) {
            case Outcome.Answered<Reply<R>> answered -> answered.answer();
            case Outcome.Missing<Reply<R>> missing -> new Reply.Silence<>();
            case Outcome.Failed<Reply<R>> failed -> new Reply.Silence<>();
            case Outcome.TimedOut<Reply<R>> late -> new Reply.Silence<>();
            case Outcome.CutOff<Reply<R>> cutOff -> new Reply.Silence<>();
        };
    }

    /** A refused request is an answer: it must not count against the store. */
    private static <R> Reply<R> answer(CustomerStore store, Function<CustomerStore, R> question) {
        try {
            return new Reply.Answer<>(question.apply(store));
        } catch (Fault fault) {
            if (fault.category() == Fault.Category.UNAVAILABLE) {
                throw fault;
            }
            return new Reply.Refusal<>(fault);
        }
    }
}
