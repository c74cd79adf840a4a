package org.hotdesk.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.benchmark.client.Patience;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class ComparisonTest {
    private final Tally tally = new Tally(new Patience(Duration.ofSeconds(1)));
    private final Script script = script(tally, 6);

    private static Script script(Tally tally, int size) {
        var turns = new ArrayList<Turn>();
        for (int i = 0; i < size; i++) {
            turns.add(new Turn(i % 2 == 0 ? Speaker.CUSTOMER : Speaker.AGENT, "turn " + i));
        }
        var script = new Script(new Recording("r", "en", turns), "run-0", tally);
        for (int i = 0; i < size; i++) {
            script.acknowledged(i);
        }
        return script;
    }

    private static List<Comparison.Kept> faithful(Script script) {
        var lines = new ArrayList<Comparison.Kept>();
        for (int i = 0; i < script.size(); i++) {
            if (i == 1) {
                lines.add(new Comparison.Kept(2, "SYSTEM", "system-1", "SYSTEM", "agent-joined"));
            }
            var turn = script.line(i);
            lines.add(
                    new Comparison.Kept(
                            lines.size() + 1,
                            "TEXT",
                            script.clientId(i),
                            turn.speaker().side(),
                            turn.text()));
        }
        return lines;
    }

    private static Comparison.Kept with(Comparison.Kept line, String side, String text) {
        return new Comparison.Kept(line.seq(), line.kind(), line.clientId(), side, text);
    }

    @Test
    void a_faithful_transcript_is_the_same() {
        assertThat(Comparison.of(script, faithful(script))).isEqualTo(Comparison.SAME);
    }

    @Test
    void a_missing_line_is_lost_and_leaves_a_gap() {
        var lines = faithful(script);
        lines.remove(3);
        assertThat(Comparison.of(script, lines)).isEqualTo(new Comparison(1, 0, 0, 0, 1));
    }

    @Test
    void an_empty_transcript_has_lost_everything_that_was_acknowledged() {
        assertThat(Comparison.of(script, List.of()).lost()).isEqualTo(6);
    }

    @Test
    void what_was_never_acknowledged_is_not_lost() {
        var silent =
                new Script(
                        new Recording("r", "en", List.of(new Turn(Speaker.CUSTOMER, "hello"))),
                        "run-0",
                        tally);
        assertThat(Comparison.of(silent, List.of())).isEqualTo(Comparison.SAME);
    }

    @Test
    void a_line_that_is_there_twice_is_duplicated() {
        var lines = faithful(script);
        var again = lines.get(4);
        lines.add(new Comparison.Kept(8, "TEXT", again.clientId(), again.side(), again.text()));
        assertThat(Comparison.of(script, lines)).isEqualTo(new Comparison(0, 1, 0, 0, 0));
    }

    @Test
    void a_line_that_nobody_played_is_duplicated() {
        var lines = faithful(script);
        lines.add(new Comparison.Kept(8, "TEXT", "other", "AGENT", "turn 5"));
        assertThat(Comparison.of(script, lines)).isEqualTo(new Comparison(0, 1, 0, 0, 0));
    }

    @Test
    void two_lines_that_changed_places_are_one_reordered() {
        var lines = faithful(script);
        Collections.swap(lines, 4, 5);
        assertThat(Comparison.of(script, lines)).isEqualTo(new Comparison(0, 0, 1, 0, 0));
    }

    @Test
    void one_space_less_is_a_change() {
        var lines = faithful(script);
        lines.set(5, with(lines.get(5), lines.get(5).side(), "turn4"));
        assertThat(Comparison.of(script, lines)).isEqualTo(new Comparison(0, 0, 0, 1, 0));
    }

    @Test
    void another_author_is_a_change() {
        var lines = faithful(script);
        lines.set(5, with(lines.get(5), "AGENT", lines.get(5).text()));
        assertThat(Comparison.of(script, lines)).isEqualTo(new Comparison(0, 0, 0, 1, 0));
    }

    @Test
    void a_line_that_reached_the_other_side_with_another_text_is_a_change() {
        script.delivered(2, "turn 2 ", System.nanoTime());
        assertThat(Comparison.of(script, faithful(script)))
                .isEqualTo(new Comparison(0, 0, 0, 1, 0));
    }

    @RepeatedTest(500)
    void any_mutation_of_a_transcript_is_noticed(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var longer = script(tally, 2 + random.nextInt(30));
        var lines = faithful(longer);
        int at = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at == 1 ? 0 : at);
            case 1 -> lines.add(other, lines.get(at == 1 ? 0 : at));
            case 2 -> lines.set(at == 1 ? 0 : at, with(lines.get(at == 1 ? 0 : at), "AGENT", "x"));
            case 3 -> Collections.swap(lines, 0, lines.size() - 1);
            default -> throw new IllegalStateException();
        }
        assertThat(Comparison.of(longer, lines).same())
                .as("seed %d", repetition.getCurrentRepetition())
                .isFalse();
    }
}
