package org.hotdesk.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Message;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Which lines are asked for: {@code after} a sequence number (0 when nothing is said) or {@code
 * before} one. {@code next} of the answer is the number to go on with in the same direction.
 */
final class MessageQuery {
    @QueryParam("after")
    @Nullable Long after;

    @QueryParam("before")
    @Nullable Long before;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    /** Made by Jersey. */
    MessageQuery() {}

    Page<Message> read(Conversations conversations, Actor actor, ConversationId id) {
        Limits.within(500, limit);
        if (before == null) {
            var items = conversations.after(actor, id, after == null ? 0 : after, limit);
            return new Page<>(items, next(items, items.size() - 1));
        }
        if (after != null) {
            throw Fault.invalid(
                    "before",
                    "after-or-before",
                    new Words("after 和 before 只能给出一个。", "Say after or before, not both."));
        }
        var items = conversations.before(actor, id, before, limit);
        var next = next(items, 0).filter(seq -> !seq.equals("1"));
        return new Page<>(items, next);
    }

    private Optional<String> next(List<Message> items, int last) {
        return items.size() < limit
                ? Optional.empty()
                : Optional.of(Long.toString(items.get(last).seq()));
    }
}
