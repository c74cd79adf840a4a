package org.hotdesk.api.routing;

import org.hotdesk.api.staff.AgentId;

/**
 * How an agent did in conversations of one category within some days.
 *
 * @param handled conversations that ended after the agent had them
 * @param resolved those of them after which the visitor did not come back within a day
 * @param rated those of them that the visitor rated
 * @param satisfied those that got 4 or 5 stars
 * @param converted those that led to an order, as the site told
 */
public record TrackRecord(
        AgentId agent, int handled, int resolved, int rated, int satisfied, int converted) {}
