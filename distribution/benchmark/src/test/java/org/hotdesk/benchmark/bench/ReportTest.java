package org.hotdesk.benchmark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hotdesk.benchmark.client.Json;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;

class ReportTest {
    private final Report report =
            new Report(
                    "chat",
                    "H2 2",
                    List.of(
                            Figure.beside("c=1 p50", 1.5, "ms", 0.5),
                            Figure.alone("requests", 50_000, ""),
                            Figure.beside("nothing", 3, "ms", 0)));

    @Test
    void json_is_one_object_with_every_figure_beside_its_baseline() throws Exception {
        var json = Json.strict(report.json());
        assertThat(report.json()).doesNotContain("\n");
        assertThat(json.path("name").asText()).isEqualTo("chat");
        assertThat(json.path("database").asText()).isEqualTo("H2 2");
        var first = json.path("results").path(0);
        assertThat(first.path("case").asText()).isEqualTo("c=1 p50");
        assertThat(first.path("value").asDouble()).isEqualTo(1.5);
        assertThat(first.path("unit").asText()).isEqualTo("ms");
        assertThat(first.path("baseline").asDouble()).isEqualTo(0.5);
        assertThat(first.path("ratio").asDouble()).isEqualTo(3);
    }

    @Test
    void where_there_is_no_baseline_there_is_no_ratio() throws Exception {
        var results = Json.strict(report.json()).path("results");
        assertThat(results.path(1).path("baseline").isNull()).isTrue();
        assertThat(results.path(1).path("ratio").isNull()).isTrue();
        assertThat(results.path(2).path("ratio").isNull()).isTrue();
    }

    @Test
    void each_figure_is_a_row_as_soon_as_it_is_found() {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, UTF_8);
        var findings = Findings.told(stream, stream);
        findings.head("chat on H2 2");
        for (var figure : report.figures()) {
            long before = out.toString(UTF_8).lines().count();
            findings.found(figure);
            assertThat(out.toString(UTF_8).lines()).hasSize((int) before + 1);
        }
        assertThat(out.toString(UTF_8)).contains("chat on H2 2", "50,000", "3.00");
        assertThat(findings.figures()).isEqualTo(report.figures());
    }

    @Test
    void the_median_of_rounds_is_taken_figure_by_figure() {
        var rounds =
                List.of(
                        new Measured(1, 9, 1, 10, 1),
                        new Measured(3, 7, 1, 30, 1),
                        new Measured(2, 8, 1, 90, 1));
        assertThat(Measured.median(rounds)).isEqualTo(new Measured(2, 8, 1, 30, 1));
    }
}
