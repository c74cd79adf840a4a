package org.hotdesk.api.conversation;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.util.Optional;

/** Who belongs to a conversation at a moment; whoever passes its events on needs no more. */
public record Party(VisitorId visitor, TeamId team, Optional<AgentId> agent) {}
