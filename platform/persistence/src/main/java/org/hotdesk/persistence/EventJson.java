package org.hotdesk.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.hotdesk.api.Actor;
import org.hotdesk.api.event.Event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Events and actors as they are kept: JSON under the simple name of the event's record. */
final class EventJson {
    private final JsonMapper mapper =
            JsonMapper.builder()
                    .addModules(new Jdk8Module(), new JavaTimeModule())
                    .annotationIntrospector(new RecordsAsTheyAre())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final Map<String, ObjectReader> events =
            Arrays.stream(Event.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, mapper::readerFor));
    private final ObjectReader actors = mapper.readerFor(Actor.class);
    private final ObjectWriter writer = mapper.writer();

    static String name(Event event) {
        return event.getClass().getSimpleName();
    }

    String write(Event event) {
        return writeAny(event);
    }

    /** Permissions of an agent are of the moment and not kept. */
    String write(Actor actor) {
        Actor kept =
                actor instanceof Actor.Agent agent
                        ? new Actor.Agent(agent.id(), agent.name(), Set.of())
                        : actor;
        return writeAny(kept);
    }

    private String writeAny(Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("Not to be kept as JSON: " + value, failure);
        }
    }

    /** Empty for an event of a kind that this version does not know. */
    Optional<Event> event(String name, String payload) {
        ObjectReader reader = events.get(name);
        return reader == null ? Optional.empty() : Optional.of((Event) read(reader, payload));
    }

    Actor actor(String text) {
        return (Actor) read(actors, text);
    }

    private static Object read(ObjectReader reader, String text) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("Not readable any more: " + text, failure);
        }
    }
}
