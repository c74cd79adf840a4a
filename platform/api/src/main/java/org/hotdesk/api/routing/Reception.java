package org.hotdesk.api.routing;

import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.util.List;
import java.util.Optional;

/**
 * How a conversation was received: by which entry point, and where its plan put it.
 *
 * @param entryPoint key of the entry point whose plan routes the conversation until its end
 * @param planRevision of that plan when the conversation began
 * @param priority from 0 (everybody) to {@link Placement#HIGHEST}
 * @param skills what the agent should know, each with the least level
 * @param steps the strategies of the plan in order
 */
public record Reception(
        String entryPoint,
        long planRevision,
        TeamId team,
        int priority,
        List<SkillLevel> skills,
        List<Step> steps) {
    public Reception {
        skills = List.copyOf(skills);
        steps = List.copyOf(steps);
    }

    /**
     * What one strategy said.
     *
     * @param by the plugin that was asked; empty when it was missing
     * @param placement what it decided; empty when it had no opinion
     */
    public record Step(
            String strategy,
            Optional<Provenance> by,
            Verdict verdict,
            Optional<Placement> placement,
            Optional<String> failure) {}
}
