package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.WrapUp;
import org.hotdesk.api.conversation.WrapUps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** The wrap-ups of this server's database. */
@Component
public final class StoredWrapUps implements WrapUps {
    private static final int SUMMARY = 5_000;

    private final Tables tables;
    private final Access access;
    private final WrapUpBook book;

    @Activate
    public StoredWrapUps(
            @Reference Tables tables, @Reference Access access, @Reference WrapUpBook book) {
        this.tables = tables;
        this.access = access;
        this.book = book;
    }

    @Override
    public Optional<WrapUp> find(Actor actor, ConversationId id) {
        long readable = access.readable(actor, id).id();
        return actor instanceof Actor.Visitor
                ? Optional.empty()
                : tables.wrapUps().find(readable).map(WrapUpBook::wrapUp);
    }

    @Override
    public Conversation finish(
            Actor actor, ConversationId id, Optional<String> category, String summary) {
        if (actor instanceof Actor.Visitor) {
            throw Access.missing(id);
        }
        access.readable(actor, id);
        check(category, summary);
        return tables.transactions()
                .runAgainOnDeadlock(() -> finishLocked(actor, id, category, summary))
                .toConversation();
    }

    private ConversationRow finishLocked(
            Actor actor, ConversationId id, Optional<String> category, String summary) {
        ConversationRow row =
                tables.conversations().lock(id.value()).orElseThrow(() -> Access.missing(id));
        if (!Access.talks(actor, row) && !actor.may(Permission.CONVERSATION_MANAGE)) {
            throw Fault.of(
                    Fault.Category.FORBIDDEN,
                    "not-your-conversation",
                    new Words("会话由其他客服接待。", "Somebody else has this conversation."));
        }
        if (row.state() == ConversationState.WRAP_UP) {
            return book.finish(actor, row, category, summary);
        }
        boolean same =
                tables.wrapUps()
                        .find(row.id())
                        .filter(done -> done.finishedAt().isPresent())
                        .filter(done -> done.summary().equals(summary))
                        .filter(done -> done.category().equals(category))
                        .isPresent();
        if (same && row.state() == ConversationState.CLOSED) {
            return row;
        }
        throw Fault.of(
                Fault.Category.CONFLICT,
                "not-in-wrap-up",
                new Words("该会话不在话后整理中。", "This conversation is not being wrapped up."));
    }

    private void check(Optional<String> category, String summary) {
        if (summary.length() > SUMMARY) {
            throw Fault.invalid(
                    "summary",
                    "summary-too-long",
                    new Words("小结最多 5,000 个字符。", "A summary has at most 5,000 characters."));
        }
        if (category.filter(code -> tables.categories().ofCode(code).isEmpty()).isPresent()) {
            throw Fault.invalid(
                    "category",
                    "category-unknown",
                    new Words("没有这个分类，请重新选择。", "There is no such category; choose another."));
        }
    }
}
