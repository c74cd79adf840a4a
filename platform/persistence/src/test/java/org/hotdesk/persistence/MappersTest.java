package org.hotdesk.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.api.storage.Query;
import org.hotdesk.api.storage.Update;
import org.hotdesk.thing.ThingBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.LongStream;

@OnBothDatabases
final class MappersTest {
    private static final Instant NOON = Instant.parse("2026-03-29T02:30:00.123456Z");

    enum Colour {
        RED,
        GREEN
    }

    record ThingId(long value) {}

    record Thing(
            ThingId id,
            String name,
            Colour colour,
            Optional<ThingId> parent,
            Optional<String> note,
            Optional<Instant> endedAt,
            boolean isOpen,
            int size,
            Instant madeAt) {}

    record Pair(String name, long total) {}

    interface Things {
        @Update(
                value = {
                    "INSERT INTO test_thing (name, colour, parent, note, ended_at, is_open, size, made_at)",
                    "VALUES (#{thing.name}, #{thing.colour}, #{thing.parent}, #{thing.note},",
                    "#{thing.endedAt}, #{thing.isOpen}, #{thing.size}, #{thing.madeAt})"
                },
                generatesKey = true)
        long insert(Thing thing);

        @Update({
            "<script>INSERT INTO test_thing (id, name, colour, is_open, size, made_at) VALUES",
            "<foreach collection='things' item='t' separator=','>",
            "(#{t.id}, #{t.name}, #{t.colour}, #{t.isOpen}, #{size}, #{t.madeAt})",
            "</foreach></script>"
        })
        int insertAll(List<Thing> things, int size);

        @Query("SELECT * FROM test_thing WHERE id = #{id}")
        Optional<Thing> find(ThingId id);

        @Query("SELECT * FROM test_thing ORDER BY id")
        List<Thing> all();

        @Query({
            "<script>SELECT name FROM test_thing WHERE size &lt; 100 AND id IN",
            "<foreach collection='ids' item='id' open='(' separator=',' close=')'>#{id}</foreach>",
            "ORDER BY id</script>"
        })
        List<String> names(List<ThingId> ids);

        @Query({
            "<script>SELECT id FROM test_thing WHERE 1 = 1",
            "<if test='name != null'> AND name = #{name}</if>",
            "<if test='ids != null'> AND id IN <foreach collection='ids' item='id' open='('",
            "separator=',' close=')'>#{id.value}</foreach></if> ORDER BY id</script>"
        })
        List<ThingId> search(String name, List<ThingId> ids);

        @Query("SELECT COUNT(*) FROM test_thing")
        long count();

        @Query("SELECT MAX(made_at) FROM test_thing")
        Optional<Instant> newest();

        @Query("SELECT name, COUNT(*) AS total FROM test_thing GROUP BY name ORDER BY name")
        List<Pair> totals();

        @Query("SELECT EXISTS (SELECT 1 FROM test_thing WHERE name = #{filter.name})")
        boolean exists(Map<String, String> filter);

        @Update("UPDATE test_thing SET colour = #{colour} WHERE id = #{id}")
        boolean paint(ThingId id, Colour colour);

        @Update("DELETE FROM test_thing")
        int clear();

        default String describe(ThingId id) {
            return find(id).map(Thing::name).orElse("nothing");
        }
    }

    interface Wrong {
        @Query("SELECT 1")
        Object anything();
    }

    private final Things things;
    private final TestDatabase database;
    private final TimeZone zone = TimeZone.getDefault();

    MappersTest(TestDatabase database) {
        this.database = database;
        things = database.storage(ThingBundle.class).mapper(Things.class);
    }

    @BeforeEach
    void stand_where_the_clock_jumps() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    }

    @AfterEach
    void go_home() {
        TimeZone.setDefault(zone);
    }

    private static Thing thing(long id, String name) {
        return new Thing(
                new ThingId(id),
                name,
                Colour.GREEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                7,
                NOON);
    }

    @Test
    void a_record_comes_back_as_it_was_stored() {
        Thing stored =
                new Thing(
                        new ThingId(0),
                        "椅子 🪑",
                        Colour.RED,
                        Optional.of(new ThingId(5)),
                        Optional.of("note"),
                        Optional.of(NOON.plusSeconds(3600)),
                        false,
                        3,
                        NOON);
        ThingId id = new ThingId(things.insert(stored));
        assertThat(things.find(id))
                .contains(
                        new Thing(
                                id,
                                stored.name(),
                                stored.colour(),
                                stored.parent(),
                                stored.note(),
                                stored.endedAt(),
                                false,
                                3,
                                NOON));
    }

    @Test
    void empty_components_come_back_empty() {
        ThingId id = new ThingId(things.insert(thing(0, "plain")));
        assertThat(things.find(id)).contains(thing(id.value(), "plain"));
    }

    @Test
    void nanoseconds_are_cut_and_not_rounded() {
        Thing late =
                new Thing(
                        new ThingId(1),
                        "late",
                        Colour.RED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        1,
                        NOON.plusNanos(999));
        things.insert(late);
        assertThat(things.newest()).contains(NOON);
    }

    @Test
    void many_rows_are_one_statement() {
        assertThat(
                        things.insertAll(
                                LongStream.rangeClosed(1, 300)
                                        .mapToObj(i -> thing(i, "n" + i))
                                        .toList(),
                                9))
                .isEqualTo(300);
        assertThat(things.all()).hasSize(300).allMatch(thing -> thing.size() == 9);
        assertThat(things.names(List.of(new ThingId(3), new ThingId(299))))
                .containsExactly("n3", "n299");
    }

    @Test
    void scripts_may_leave_parts_out() {
        things.insertAll(List.of(thing(1, "a"), thing(2, "b"), thing(3, "a")), 1);
        assertThat(things.search("a", List.of(new ThingId(2), new ThingId(3))))
                .containsExactly(new ThingId(3));
    }

    @Test
    void scalars_and_aggregates_are_answers_too() {
        assertThat(things.newest()).isEmpty();
        assertThat(things.exists(Map.of("name", "a"))).isFalse();
        things.insertAll(List.of(thing(1, "a"), thing(2, "b"), thing(3, "a")), 1);
        assertThat(things.count()).isEqualTo(3);
        assertThat(things.totals()).containsExactly(new Pair("a", 2), new Pair("b", 1));
        assertThat(things.exists(Map.of("name", "a"))).isTrue();
        assertThat(things.paint(new ThingId(1), Colour.RED)).isTrue();
        assertThat(things.paint(new ThingId(9), Colour.RED)).isFalse();
        assertThat(things.describe(new ThingId(2))).isEqualTo("b");
        assertThat(things.clear()).isEqualTo(3);
    }

    @Test
    void text_compares_by_code_point_on_both() {
        things.insertAll(List.of(thing(1, "a"), thing(2, "A"), thing(3, "a "), thing(4, "ä")), 1);
        assertThat(things.totals()).extracting(Pair::name).containsExactly("A", "a", "a ", "ä");
    }

    @Test
    void a_second_row_with_a_key_is_told_apart_from_other_failures() {
        things.insertAll(List.of(thing(1, "a")), 1);
        assertThatThrownBy(() -> things.insertAll(List.of(thing(1, "b")), 1))
                .isInstanceOf(DuplicateKey.class);
        database.transactions()
                .run(
                        () -> {
                            assertThatThrownBy(() -> things.insertAll(List.of(thing(1, "b")), 1))
                                    .isInstanceOf(DuplicateKey.class);
                            things.insertAll(List.of(thing(2, "b")), 1);
                        });
        assertThat(things.count()).isEqualTo(2);
    }

    @Test
    void a_mapper_that_cannot_work_says_so_at_once() {
        assertThatThrownBy(() -> database.storage(ThingBundle.class).mapper(Wrong.class))
                .hasMessageContaining("anything")
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void an_empty_loop_is_refused_in_words() {
        assertThatThrownBy(() -> things.names(List.of())).hasMessageContaining("ids");
    }
}
