package org.hotdesk.admin;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks services that may not be there, holding none. */
final class Lookup {
    private Lookup() {}

    static <S> Collection<ServiceReference<S>> all(BundleContext context, Class<S> type) {
        try {
            return List.copyOf(context.getServiceReferences(type, null));
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The answer of a service of this type; empty when there is none now. */
    static <S, R> Optional<R> ask(
            BundleContext context, Class<S> type, Function<? super S, ? extends R> question) {
        ServiceReference<S> reference = context.getServiceReference(type);
        return reference == null ? Optional.empty() : ask(context, reference, question);
    }

    /** The answer of this service; empty when it has gone. */
    static <S, R> Optional<R> ask(
            BundleContext context,
            ServiceReference<S> reference,
            Function<? super S, ? extends R> question) {
        S service = context.getService(reference);
        if (service == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(service));
        } finally {
            context.ungetService(reference);
        }
    }
}
