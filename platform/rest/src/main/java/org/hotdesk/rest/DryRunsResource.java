package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.routing.DryRuns;
import org.hotdesk.api.routing.Hypothesis;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations that are routed without being there. */
@Component(service = Resource.class)
@Path("routing-dry-runs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DryRunsResource implements Resource {
    private final DryRuns dryRuns;

    /** Who might come, and along which plan. */
    record Supposed(
            Optional<String> entryPoint,
            Optional<TeamId> team,
            Optional<List<String>> strategies,
            Optional<String> channel,
            Optional<String> language,
            Optional<String> landingPage,
            Optional<String> currentPage,
            Optional<String> referrer,
            Optional<String> engine,
            Optional<String> keyword,
            Optional<Map<String, String>> utm,
            Optional<String> category,
            Optional<CustomerId> customer,
            Optional<String> region,
            Optional<BigDecimal> cart,
            Optional<Integer> orders,
            Optional<String> level,
            Optional<List<String>> tags,
            Optional<AgentId> lastAgent,
            Optional<Instant> at,
            Optional<Integer> waitedSeconds) {

        Hypothesis hypothesis() {
            return new Hypothesis(
                    entryPoint,
                    team,
                    channel.orElse("web"),
                    language.orElse("zh-CN"),
                    new Source(landingPage, referrer, engine, keyword, utm.orElse(Map.of())),
                    currentPage,
                    category,
                    customer,
                    new Hypothesis.Known(region, cart, orders, level, tags.orElse(List.of())),
                    lastAgent,
                    at,
                    waitedSeconds.orElse(0));
        }
    }

    /** How it would go. */
    record RoutingDryRun(ExplainedTrial trial, Instant at, int ahead) {}

    @Activate
    public DryRunsResource(@Reference DryRuns dryRuns) {
        this.dryRuns = dryRuns;
    }

    /** Natural to repeat: nothing comes of it. */
    @POST
    @Operation("Says who would get the conversation of a visitor, and why; nothing comes of it")
    public RoutingDryRun run(@Context Caller caller, Supposed input) {
        DryRuns.Rehearsal run = dryRuns.run(caller.agent(), input.hypothesis(), input.strategies());
        return new RoutingDryRun(ExplainedTrial.of(run.trial()), run.at(), run.ahead());
    }
}
