package org.hotdesk.api.conversation;

import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.util.Optional;

/**
 * A text that agents write often.
 *
 * @param owner whose own it is; empty for a shared one
 * @param team for whom a shared one is; empty: for everybody
 * @param shortcut by which it is found, without white space
 * @param text may hold variables such as {@code {{customer.name}}}, which the console fills in
 */
public record QuickReply(
        QuickReplyId id,
        Optional<AgentId> owner,
        Optional<TeamId> team,
        String shortcut,
        String title,
        String text,
        long version) {}
