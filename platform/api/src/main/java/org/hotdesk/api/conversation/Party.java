package org.hotdesk.api.conversation;

import java.util.Optional;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

/** Who belongs to a conversation at a moment; whoever passes its events on needs no more. */
public record Party(VisitorId visitor, TeamId team, Optional<AgentId> agent) {}
