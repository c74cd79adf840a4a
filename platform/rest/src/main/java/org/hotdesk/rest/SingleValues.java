package org.hotdesk.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.ser.Serializers;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** Records with the one component {@code value}, such as ids: a string in JSON and in paths. */
final class SingleValues extends Module {
    @Override
    public String getModuleName() {
        return "single-values";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers());
    }

    /** The one component of such a record; empty for every other class. */
    static Optional<RecordComponent> component(Class<?> type) {
        if (!type.isRecord()) {
            return Optional.empty();
        }
        var components = type.getRecordComponents();
        if (components.length != 1 || !components[0].getName().equals("value")) {
            return Optional.empty();
        }
        var held = components[0].getType();
        return held == long.class || held == String.class
                ? Optional.of(components[0])
                : Optional.empty();
    }

    /**
     * Makes such a record of its text.
     *
     * @throws IllegalArgumentException when the text is none
     */
    static Object parse(Class<?> type, RecordComponent component, String text) {
        try {
            var constructor = type.getDeclaredConstructor(component.getType());
            constructor.setAccessible(true);
            Object held = component.getType() == long.class ? (Object) Long.valueOf(text) : text;
            return constructor.newInstance(held);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object held(Object value, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            return component(type.getRawClass()).map(Writers::writer).orElse(null);
        }

        private static JsonSerializer<Object> writer(RecordComponent component) {
            return new JsonSerializer<>() {
                @Override
                public void serialize(Object value, JsonGenerator out, SerializerProvider provider)
                        throws IOException {
                    out.writeString(held(value, component).toString());
                }
            };
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            var raw = type.getRawClass();
            return component(raw).map(component -> reader(raw, component)).orElse(null);
        }

        private static JsonDeserializer<Object> reader(Class<?> type, RecordComponent component) {
            return new JsonDeserializer<>() {
                @Override
                public Object deserialize(JsonParser in, DeserializationContext context)
                        throws IOException {
                    if (in.currentToken() != JsonToken.VALUE_STRING) {
                        return context.handleUnexpectedToken(type, in);
                    }
                    try {
                        return parse(type, component, in.getText());
                    } catch (IllegalArgumentException e) {
                        return context.handleWeirdStringValue(type, in.getText(), "no such id");
                    }
                }
            };
        }
    }
}
