package org.hotdesk.api.event;

import org.hotdesk.api.Actor;

import java.time.Instant;

/**
 * An event as it was recorded.
 *
 * @param id unique; says nothing about order
 * @param at when it happened, UTC with microseconds
 * @param actor who did it; an agent's permissions are not kept in the log and read back as none
 */
public record Recorded(long id, Instant at, Actor actor, Event event) {}
