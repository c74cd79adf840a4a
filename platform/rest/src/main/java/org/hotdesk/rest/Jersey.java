package org.hotdesk.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.spi.AsyncContextDelegateProvider;
import org.hotdesk.api.Actor;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts resources together into a Jersey application that speaks as all of Hotdesk's do. */
final class Jersey {
    /** Held, so that their level is not forgotten: they warn of what is meant to be so. */
    private static final List<Logger> QUIET =
            List.of(
                    Logger.getLogger("org.glassfish.jersey.internal.inject.Providers"),
                    Logger.getLogger("org.glassfish.jersey.internal.Errors"),
                    Logger.getLogger("org.glassfish.jersey.message.internal.MessagingBinders"),
                    Logger.getLogger("org.glassfish.jersey.server.wadl.WadlFeature"));

    private Jersey() {}

    static ResourceConfig application(Authentication authentication, Collection<?> resources) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        var config = new ResourceConfig();
        config.addProperties(
                Map.of(
                        CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                        CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                        ServerProperties.WADL_FEATURE_DISABLE, true,
                        ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true));
        config.register(new JacksonJsonProvider(Json.mapper()));
        config.register(new Paths());
        config.register(Problems.class);
        config.register(new Headers());
        config.register(new BodyLimit());
        config.register(new BodyThere());
        config.register(new Statuses());
        config.register(authentication);
        config.register(new Parts());
        resources.forEach(config::register);
        return config;
    }

    /** Runs something under the class loader of this bundle, where Jersey looks for its parts. */
    static <T, E extends Exception> T inBundle(Work<T, E> work) throws E {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(Jersey.class.getClassLoader());
        try {
            return work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Something to run. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private static final class Parts extends AbstractBinder {
        @Override
        protected void configure() {
            bind(new Asynchronous()).to(AsyncContextDelegateProvider.class);
            bindFactory(CallerOfRequest.class).to(Caller.class).in(RequestScoped.class);
            bindFactory(ActorOfRequest.class).to(Actor.class).in(RequestScoped.class);
        }
    }

    /** Made by Jersey. */
    static final class CallerOfRequest implements Supplier<Caller> {
        private final Provider<ContainerRequest> request;

        @Inject
        CallerOfRequest(Provider<ContainerRequest> request) {
            this.request = request;
        }

        @Override
        public Caller get() {
            return Authentication.of(request.get());
        }
    }

    /** Made by Jersey. */
    static final class ActorOfRequest implements Supplier<Actor> {
        private final Provider<ContainerRequest> request;

        @Inject
        ActorOfRequest(Provider<ContainerRequest> request) {
            this.request = request;
        }

        @Override
        public Actor get() {
            return Authentication.of(request.get()).actor();
        }
    }
}
