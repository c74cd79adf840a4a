package org.hotdesk.api.conversation;

import org.hotdesk.api.staff.TeamId;

import java.util.Optional;

/**
 * How a visitor begins a conversation.
 *
 * @param entryPoint key of the entry point; empty, or none of ours: the team's own
 * @param team whose queue it joins unless the entry point says otherwise; empty: the first team's
 * @param category the question type that the visitor chose; at most 100 characters
 * @param language in which the visitor reads, such as {@code zh-CN} or {@code en}
 * @param first the first message; a conversation begins with one
 */
public record Opening(
        Optional<String> entryPoint,
        Optional<TeamId> team,
        Optional<String> category,
        String language,
        Draft first) {

    /** An opening by a team's own entry point, without a question type. */
    public Opening(Optional<TeamId> team, String language, Draft first) {
        this(Optional.empty(), team, Optional.empty(), language, first);
    }
}
