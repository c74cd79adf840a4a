package org.hotdesk.api.routing;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.List;

/** A conversation that waits, and who could take it. Grows; plugins only read it. */
@ProviderType
public interface RoutingRequest {
    /** The team whose queue it waits in. */
    TeamId team();

    /** Who waits. */
    VisitorId visitor();

    /** In which language the visitor reads, such as {@code zh-CN}. */
    String language();

    /** Since when it waits. */
    Instant queuedAt();

    /** How much load it is; 1 for a chat. */
    int weight();

    /** What was known of the visitor when the conversation began. */
    Arrival arrival();

    /** When the queue was looked at for it. */
    Instant at();

    /** From 0 (everybody) to {@link Placement#HIGHEST}, as the placement decided. */
    int priority();

    /** What the agent should know, each with the least level, as the placement decided. */
    List<SkillLevel> required();

    /** Agents of the team who are online but have no room now; a strategy may hold for one. */
    List<Candidate> full();

    /** The agents left, best first; never empty. All are online and have room. */
    List<Candidate> candidates();
}
