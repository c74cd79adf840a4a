package org.hotdesk.api.routing;

import org.hotdesk.api.customer.VisitorId;
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

    /** The agents left, best first; never empty. All are online and have room. */
    List<Candidate> candidates();
}
