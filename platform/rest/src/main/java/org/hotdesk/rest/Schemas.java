package org.hotdesk.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.api.Page;
import org.hotdesk.api.conversation.Author;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** JSON schemas of Java types, as {@link Json} writes and reads them. */
final class Schemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** All schemas that have a name. */
    ObjectNode all() {
        var all = NODES.objectNode();
        named.forEach(all::set);
        return all;
    }

    /** The schema of something that is answered: every field is there, absent ones as null. */
    ObjectNode answer(Type type) {
        return schema(type, false);
    }

    /** The schema of something that is sent: optional fields may be left out. */
    ObjectNode input(Type type) {
        return schema(type, true);
    }

    private ObjectNode schema(Type type, boolean input) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, input);
        }
        var raw = (Class<?>) type;
        if (SingleValues.component(raw).isPresent()) {
            return simple("string");
        }
        if (raw.isEnum()) {
            return named(name(raw), () -> enumeration(raw));
        }
        if (raw.isRecord()) {
            return named(name(raw), () -> object(raw, raw, input));
        }
        return plain(raw);
    }

    private static ObjectNode plain(Class<?> raw) {
        if (raw == String.class || raw == LocalTime.class || raw == ZoneId.class) {
            return simple("string");
        }
        if (raw == BigDecimal.class) {
            return simple("number");
        }
        if (raw == int.class || raw == Integer.class) {
            return simple("integer").put("format", "int32");
        }
        if (raw == long.class || raw == Long.class) {
            return simple("integer").put("format", "int64");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return simple("boolean");
        }
        if (raw == Instant.class) {
            return simple("string").put("format", "date-time");
        }
        if (raw == Duration.class) {
            return simple("string").put("format", "duration");
        }
        if (raw == LocalDate.class) {
            return simple("string").put("format", "date");
        }
        if (raw == Object.class) {
            return simple("object");
        }
        throw new IllegalArgumentException("no schema for " + raw);
    }

    private ObjectNode generic(ParameterizedType type, boolean input) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return nullable(schema(arguments[0], input));
        }
        if (raw == Map.class) {
            var map = simple("object");
            map.set("additionalProperties", schema(arguments[1], input));
            return map;
        }
        if (Collection.class.isAssignableFrom(raw)) {
            var list = simple("array");
            list.set("items", schema(arguments[0], input));
            return list;
        }
        if (raw == Page.class) {
            var item = (Class<?>) arguments[0];
            return named(name(item) + "Page", () -> object(raw, item, input));
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.has("type")) {
            var type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        var either = NODES.objectNode();
        either.putArray("anyOf").add(schema).add(simple("null"));
        return either;
    }

    private ObjectNode object(Class<?> type, Type argument, boolean input) {
        var object = simple("object");
        var required = object.putArray("required");
        var properties = object.putObject("properties");
        for (var component : type.getRecordComponents()) {
            properties.set(component.getName(), component(type, component, argument, input));
            if (!input || component.getType() != Optional.class) {
                required.add(component.getName());
            }
        }
        return object;
    }

    private ObjectNode component(
            Class<?> owner, RecordComponent component, Type argument, boolean input) {
        if (owner == Author.class && component.getName().equals("id")) {
            return simple("string");
        }
        if (owner == Page.class && component.getName().equals("items")) {
            var list = simple("array");
            list.set("items", schema(argument, input));
            return list;
        }
        return schema(component.getGenericType(), input);
    }

    private static ObjectNode enumeration(Class<?> type) {
        var schema = simple("string");
        var names = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).forEach(each -> names.add(each.toString()));
        return schema;
    }

    private ObjectNode named(String name, Supplier<ObjectNode> schema) {
        if (!named.containsKey(name)) {
            named.put(name, NODES.objectNode());
            named.put(name, schema.get());
        }
        return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /** The simple name; with the name of what it stands in, but for our own. */
    private static String name(Class<?> type) {
        var outer = type.getEnclosingClass();
        return outer == null || outer.getPackage().equals(Schemas.class.getPackage())
                ? type.getSimpleName()
                : outer.getSimpleName() + type.getSimpleName();
    }

    private static ObjectNode simple(String type) {
        return NODES.objectNode().put("type", type);
    }
}
