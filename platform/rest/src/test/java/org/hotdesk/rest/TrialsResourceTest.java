package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.rest.RestServer.json;
import static org.hotdesk.rest.RestServer.send;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.DryRuns;
import org.hotdesk.api.routing.Hypothesis;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.Shadow;
import org.hotdesk.api.routing.ShadowDifference;
import org.hotdesk.api.routing.Shadows;
import org.hotdesk.api.routing.Trial;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TrialsResourceTest {
    private static final AgentId BO = new AgentId(2);

    private final List<Hypothesis> asked = new ArrayList<>();
    private Optional<AgentId> chosen = Optional.empty();
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        DryRuns dryRuns =
                (actor, supposed, strategies) -> {
                    asked.add(supposed);
                    return new DryRuns.Rehearsal(trial(), Instant.EPOCH, 3);
                };
        server = new RestServer(new DryRunsResource(dryRuns), new ShadowsResource(new OneShadow()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Trial trial() {
        return new Trial(
                new Reception("team-1", 0, new TeamId(1), 0, List.of(), List.of()),
                chosen,
                Optional.empty(),
                List.of(
                        new Decision.Considered(
                                BO, "Bo", 5, 5, Optional.of(new Words("已满：5/5", "at capacity")))),
                List.of());
    }

    @Test
    void what_is_left_out_of_a_supposed_visitor_is_unknown() throws Exception {
        var answer =
                send(
                        json(
                                server.asAdmin("/routing-dry-runs"),
                                "POST",
                                "{'cart': 99.5, 'tags': ['loud'], 'utm': {'campaign': 'spring'}}"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"en\":\"nobody can take it now; left out: Bo: at capacity\"")
                .contains("\"ahead\":3");
        Hypothesis supposed = asked.getFirst();
        assertThat(supposed.channel()).isEqualTo("web");
        assertThat(supposed.known().cart())
                .hasValueSatisfying(cart -> assertThat(cart).isEqualByComparingTo("99.5"));
        assertThat(supposed.known().tags()).isEqualTo(List.of("loud"));
        assertThat(supposed.source().utm()).containsEntry("campaign", "spring");
    }

    @Test
    void who_would_get_it_is_told_in_a_sentence() throws Exception {
        chosen = Optional.of(BO);

        var answer = send(json(server.asAdmin("/routing-dry-runs"), "POST", "{}"));

        assertThat(answer.body()).contains("\"chosen\":\"2\"").contains("chosen Bo");
    }

    @Test
    void a_candidate_has_a_version_and_needs_the_one_that_was_read() throws Exception {
        var candidate = "{'strategies': ['load']}";
        var unread = send(json(server.asAdmin("/routing-shadows/team-1"), "PUT", candidate));
        assertThat(unread.statusCode()).isEqualTo(428);

        var started =
                send(
                        json(
                                server.asAdmin("/routing-shadows/team-1")
                                        .header("If-Match", "\"0\""),
                                "PUT",
                                candidate));

        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(started.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(send(server.asAdmin("/routing-shadows/team-2")).statusCode()).isEqualTo(404);
    }

    /** Runs next to the first team's plan. */
    private static final class OneShadow implements Shadows {
        private static final Shadow SHADOW =
                new Shadow("team-1", 1, List.of("load"), "Ann", Instant.EPOCH, 3, 2, 0);

        @Override
        public List<Shadow> list(Actor actor) {
            return List.of(SHADOW);
        }

        @Override
        public Optional<Shadow> find(Actor actor, String entryPoint) {
            return Optional.of(SHADOW).filter(one -> one.entryPoint().equals(entryPoint));
        }

        @Override
        public Shadow start(
                Actor actor, String entryPoint, long revision, List<String> strategies) {
            return SHADOW;
        }

        @Override
        public void end(Actor actor, String entryPoint, long revision) {
            // It goes on.
        }

        @Override
        public Page<ShadowDifference> differences(
                Actor actor, String entryPoint, Optional<String> cursor, int limit) {
            return new Page<>(List.of(), Optional.empty());
        }
    }
}
