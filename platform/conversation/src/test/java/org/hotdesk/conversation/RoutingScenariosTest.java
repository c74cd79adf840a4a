package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.EntryPoint;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.testkit.DirectExtensions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Walks the fifty rows of {@code scenarios/routing.md} through the default chain as it ships. */
class RoutingScenariosTest {
    private static final EntryPoint ENTRY =
            new EntryPoint(
                    "team-1",
                    new EntryPoint.Details(
                            new Words("售前", "Sales"), new TeamId(1), StoredEntryPoints.DEFAULT),
                    0,
                    "test",
                    Instant.EPOCH);

    private final Strategies strategies = new Strategies(shipped());

    private static DirectExtensions shipped() {
        DirectExtensions extensions = new DirectExtensions();
        ShippedStrategies.all()
                .forEach((name, one) -> extensions.with(RoutingStrategy.class, name, one));
        return extensions;
    }

    static Stream<Scenario> scenarios() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        RoutingScenariosTest.class.getResourceAsStream("/scenarios/routing.md"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            List<Scenario> all =
                    text.lines()
                            .filter(line -> line.matches("\\| [0-9]+ \\|.*"))
                            .map(RoutingScenariosTest::cells)
                            .map(Scenario::of)
                            .toList();
            assertThat(all).hasSize(50);
            return all.stream();
        }
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void it_goes_as_the_table_says(Scenario scenario) {
        Reception reception =
                new Placer(strategies.point(), team -> true).place(ENTRY, scenario.arrival());

        assertThat(reception.team()).isEqualTo(new TeamId(scenario.team()));
        assertThat(reception.priority()).isEqualTo(scenario.priority());
        assertThat(needs(reception)).isEqualTo(scenario.needs());
        List<Candidate> free =
                scenario.staff().stream().filter(agent -> agent.load() < agent.capacity()).toList();
        if (free.isEmpty()) {
            assertThat(scenario.gets()).isEqualTo("nobody");
            return;
        }
        Waiting waiting = waiting(scenario, reception, free);
        Chain.Ranking ranking =
                new Chain(strategies.point()).rank(StoredEntryPoints.DEFAULT, waiting);
        assertThat(outcome(ranking)).isEqualTo(scenario.gets());
        assertThat(reasons(reception, ranking)).contains(scenario.because());
    }

    private static Waiting waiting(Scenario scenario, Reception reception, List<Candidate> free) {
        List<Candidate> full =
                scenario.staff().stream().filter(agent -> !free.contains(agent)).toList();
        Queued queued =
                new Queued(
                        reception.team(),
                        scenario.arrival().visitor(),
                        scenario.arrival().language(),
                        Scenario.QUEUED,
                        1,
                        reception.priority());
        return new Waiting(
                queued, new Received(scenario.arrival(), reception), scenario.at(), full, free);
    }

    private static String needs(Reception reception) {
        return reception.skills().stream()
                .map((SkillLevel skill) -> skill.skill() + " " + skill.level())
                .collect(Collectors.joining(", "));
    }

    private static String outcome(Chain.Ranking ranking) {
        String waits = ranking.until().isPresent() ? "waits for Ann" : "";
        return waits.isEmpty() ? ranking.best().getFirst().name() : waits;
    }

    /** Everything that the traces say in favour of the one who is chosen, or of the placement. */
    private static String reasons(Reception reception, Chain.Ranking ranking) {
        Candidate best = ranking.best().getFirst();
        Stream<Words> placed =
                reception.steps().stream()
                        .flatMap(step -> step.placement().stream())
                        .map(Placement::reason);
        Stream<Words> chosen =
                ranking.steps().stream()
                        .flatMap(step -> step.kept().stream())
                        .filter(choice -> choice.agent().equals(best.agent()))
                        .map(Choice::reason);
        return Stream.concat(placed, chosen).map(Words::en).collect(Collectors.joining("; "));
    }
}
