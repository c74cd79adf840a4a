package org.hotdesk.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;

import org.hotdesk.api.Fault;
import org.jspecify.annotations.Nullable;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

/** Ids in paths and queries: what is no id names nothing that there is. */
final class Paths implements ParamConverterProvider {
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation[] annotations) {
        return SingleValues.component(type)
                .map(
                        component ->
                                new ParamConverter<T>() {
                                    @Override
                                    public @Nullable T fromString(@Nullable String text) {
                                        if (text == null) {
                                            return null;
                                        }
                                        try {
                                            return type.cast(
                                                    SingleValues.parse(type, component, text));
                                        } catch (IllegalArgumentException e) {
                                            throw Fault.notFound(thing(type), text);
                                        }
                                    }

                                    @Override
                                    public String toString(T value) {
                                        return value.toString();
                                    }
                                })
                .orElse(null);
    }

    private static String thing(Class<?> type) {
        return type.getSimpleName().replaceFirst("Id$", "").toLowerCase(Locale.ROOT);
    }
}
