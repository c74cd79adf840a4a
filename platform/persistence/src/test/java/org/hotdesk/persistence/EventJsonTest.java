package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.TeamChanged;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

final class EventJsonTest {
    private final EventJson json = new EventJson();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    static Stream<Class<?>> kinds() {
        return Stream.of(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_event_comes_back_as_it_was(Class<?> kind) {
        for (int i = 0; i < 20; i++) {
            Event event = (Event) any(kind);
            assertThat(json.event(EventJson.name(event), json.write(event)))
                    .as("seed %d", seed)
                    .contains(event);
        }
    }

    @Test
    void every_kind_of_actor_comes_back_but_for_permissions() {
        for (Class<?> kind : Actor.class.getPermittedSubclasses()) {
            Actor actor = (Actor) any(kind);
            Actor kept =
                    actor instanceof Actor.Agent agent
                            ? new Actor.Agent(agent.id(), agent.name(), Set.of())
                            : actor;
            assertThat(json.actor(json.write(actor))).isEqualTo(kept);
        }
    }

    @Test
    void an_actor_is_kept_short() {
        assertThat(json.write(new Actor.Agent(new AgentId(5), "Li", Set.of(Permission.STAFF_READ))))
                .isEqualTo("{\"type\":\"Agent\",\"id\":5,\"name\":\"Li\",\"permissions\":[]}");
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        String written = json.write((Event) any(TeamChanged.class));
        String later = written.substring(0, written.length() - 1) + ",\"since\":\"2030\"}";
        assertThat(json.event("TeamChanged", later)).isPresent();
        assertThat(json.event("NobodyKnows", "{}")).isEmpty();
    }

    /** Some value of a type, records by their components. */
    private Object any(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return random.nextBoolean() ? Optional.empty() : Optional.of(any(inner));
            }
            if (generic.getRawType() == Set.class) {
                return Set.of(any(inner));
            }
            return List.of(any(inner), any(inner));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(plain);
        }
        if (plain.isSealed()) {
            Class<?>[] kinds = plain.getPermittedSubclasses();
            return any(kinds[random.nextInt(kinds.length)]);
        }
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return simple(plain);
    }

    private Object record(Class<?> type) {
        if (type == Permission.class) {
            return Permission.HEALTH_READ;
        }
        Object[] values =
                Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .map(this::any)
                        .toArray();
        return Reflected.create(Reflected.canonical(type), values);
    }

    private Object simple(Class<?> type) {
        Map<Class<?>, Object> values =
                Map.of(
                        long.class,
                        (long) 1 + random.nextInt(4),
                        int.class,
                        1 + random.nextInt(4),
                        boolean.class,
                        random.nextBoolean(),
                        String.class,
                        "text-" + random.nextInt(100),
                        Instant.class,
                        Instant.ofEpochSecond(random.nextInt(), 123_456_000),
                        Duration.class,
                        Duration.ofMillis(random.nextInt(100_000)));
        return values.get(type);
    }

    @Test
    void names_of_nested_kinds_are_short() {
        Provenance by = new Provenance("load", "org.hotdesk.routing.load", "1.0.0", 3);
        assertThat(json.write(new Actor.Plugin(by))).startsWith("{\"type\":\"Plugin\",");
        assertThat(
                        json.write(
                                new TeamChanged(
                                        new Team(new TeamId(3), new Words("售前", "Pre-sales"), 1))))
                .contains("\"id\":3");
    }
}
