package org.hotdesk.api.conversation;

import org.hotdesk.api.staff.TeamId;

import java.util.Optional;

/**
 * How a visitor begins a conversation.
 *
 * @param team whose queue it joins; empty: the first team's
 * @param language in which the visitor reads, such as {@code zh-CN} or {@code en}
 * @param first the first message; a conversation begins with one
 */
public record Opening(Optional<TeamId> team, String language, Draft first) {}
