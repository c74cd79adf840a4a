package org.hotdesk.rest;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.routing.Trial;
import org.hotdesk.api.staff.AgentId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a plan would do, and the same in one sentence. */
record ExplainedTrial(
        Reception reception,
        Optional<AgentId> chosen,
        Optional<Instant> waitsUntil,
        List<Decision.Considered> considered,
        List<Decision.Step> steps,
        Words summary) {

    static ExplainedTrial of(Trial trial) {
        return new ExplainedTrial(
                trial.reception(),
                trial.chosen(),
                trial.waitsUntil(),
                trial.considered(),
                trial.steps(),
                ExplainedDecision.summary(
                        new ExplainedDecision.Told(
                                trial.chosen(),
                                trial.waitsUntil().isPresent(),
                                trial.considered(),
                                trial.steps())));
    }
}
