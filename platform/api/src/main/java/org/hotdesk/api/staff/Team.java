package org.hotdesk.api.staff;

import org.hotdesk.api.Words;

/**
 * A group of agents with one queue.
 *
 * @param version grows with every change
 */
public record Team(TeamId id, Words name, long version) {}
