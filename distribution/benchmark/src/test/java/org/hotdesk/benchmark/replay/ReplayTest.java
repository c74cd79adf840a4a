package org.hotdesk.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

class ReplayTest {
    private static final PrintStream NOWHERE =
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

    private static List<Recording> recordings(int count) {
        var random = new Random(7);
        var recordings = new ArrayList<Recording>();
        for (int i = 0; i < count; i++) {
            var turns = new ArrayList<Turn>();
            for (int k = 0; k < 2 + random.nextInt(8); k++) {
                var speaker = random.nextBoolean() ? Speaker.AGENT : Speaker.CUSTOMER;
                turns.add(new Turn(speaker, "第 " + k + " 句 of " + i + "\n\tline 😀 "));
            }
            recordings.add(new Recording("recording-" + i, "zh-CN", turns));
        }
        return recordings;
    }

    private static Outcome play(Mischief mischief, int conversations, int agents) throws Exception {
        try (var server = new FakeServer(mischief)) {
            var times = new Settings.Times(Duration.ofSeconds(20), Duration.ofMillis(700));
            var settings =
                    new Settings(
                            server.address(),
                            6,
                            agents,
                            Double.POSITIVE_INFINITY,
                            times,
                            Optional.empty());
            var outcome = Performance.play(settings, recordings(conversations), NOWHERE);
            assertThat(server.agents.values())
                    .filteredOn(agent -> agent.path("login").asText().startsWith("replay"))
                    .hasSize(Math.max(0, agents - 8))
                    .noneMatch(agent -> agent.path("active").asBoolean());
            return outcome;
        }
    }

    private static Outcome tampered(UnaryOperator<List<ObjectNode>> tamper) throws Exception {
        return play(Mischief.tampering(tamper), 8, 3);
    }

    @Test
    void a_faultless_server_is_found_faultless() throws Exception {
        var outcome = play(Mischief.none(), 40, 4);
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.good()).as(outcome.table()).isTrue();
        assertThat(outcome.json().path("acknowledged").asLong())
                .isEqualTo(outcome.planned())
                .isEqualTo(outcome.json().path("messages").asLong())
                .isEqualTo(outcome.json().path("delivered").asLong());
        assertThat(outcome.json().path("breaks").asLong()).isZero();
    }

    @Test
    void lost_acknowledgements_are_no_fault_since_everything_is_sent_again() throws Exception {
        var outcome = play(new Mischief(23, 0, 0, UnaryOperator.identity()), 12, 2);
        assertThat(outcome.good()).as(outcome.table()).isTrue();
        assertThat(outcome.json().path("breaks").asLong()).isPositive();
    }

    @Test
    void broken_connections_are_no_fault_since_everything_is_fetched_again() throws Exception {
        var outcome = play(new Mischief(0, 17, 0, UnaryOperator.identity()), 12, 2);
        assertThat(outcome.good()).as(outcome.table()).isTrue();
        assertThat(outcome.json().path("breaks").asLong()).isPositive();
    }

    @Test
    void another_agent_goes_on_where_the_first_left_off() throws Exception {
        var outcome = play(new Mischief(0, 29, 3, UnaryOperator.identity()), 20, 4);
        assertThat(outcome.good()).as(outcome.table()).isTrue();
    }

    @Test
    void another_agent_goes_on_though_the_first_heard_of_no_acknowledgement() throws Exception {
        var outcome = play(new Mischief(5, 29, 3, UnaryOperator.identity()), 20, 4);
        assertThat(outcome.good()).as(outcome.table()).isTrue();
    }

    @Test
    void agents_beyond_the_sample_accounts_are_hired_and_sent_away() throws Exception {
        var outcome = play(Mischief.none(), 20, 11);
        assertThat(outcome.good()).as(outcome.table()).isTrue();
    }

    @Test
    void a_server_that_loses_a_line_is_found_out() throws Exception {
        var outcome =
                tampered(
                        lines -> {
                            lines.removeLast();
                            return lines;
                        });
        assertThat(outcome.comparison().lost()).isEqualTo(8);
        assertThat(outcome.good()).isFalse();
    }

    @Test
    void a_server_that_doubles_a_line_is_found_out() throws Exception {
        var outcome =
                tampered(
                        lines -> {
                            lines.add(lines.getFirst());
                            return lines;
                        });
        assertThat(outcome.comparison().duplicated()).isEqualTo(8);
        assertThat(outcome.good()).isFalse();
    }

    @Test
    void a_server_that_changes_the_order_is_found_out() throws Exception {
        var outcome =
                tampered(
                        lines -> {
                            Collections.swap(lines, 0, lines.size() - 1);
                            return lines;
                        });
        assertThat(outcome.comparison().reordered()).isGreaterThanOrEqualTo(8);
        assertThat(outcome.good()).isFalse();
    }

    @Test
    void a_server_that_trims_a_text_is_found_out() throws Exception {
        var outcome =
                tampered(
                        lines -> {
                            var first = lines.removeFirst().deepCopy();
                            first.put("text", first.path("text").asText().strip());
                            lines.addFirst(first);
                            return lines;
                        });
        assertThat(outcome.comparison().changed()).isPositive();
        assertThat(outcome.good()).isFalse();
    }
}
