package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.QuickReplies;
import org.hotdesk.api.conversation.QuickReply;
import org.hotdesk.api.conversation.QuickReplyId;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The quick replies of this server's database. */
@Component
public final class StoredReplies implements QuickReplies {
    private static final Pattern SHORTCUT = Pattern.compile("[^\\s/]{1,40}");
    private static final int TEXT = 5_000;
    private static final int TITLE = 100;
    private static final int MOST_OWN = 1_000;
    private static final int MOST_SHARED = 10_000;

    private final Tables tables;
    private final Access access;

    @Activate
    public StoredReplies(@Reference Tables tables, @Reference Access access) {
        this.tables = tables;
        this.access = access;
    }

    @Override
    public List<QuickReply> list(Actor actor) {
        if (!(actor instanceof Actor.Agent agent)) {
            return List.of();
        }
        boolean all = agent.may(Permission.MESSAGE_MANAGE);
        Set<TeamId> teams = access.teamsOf(agent);
        return tables.replies().of(agent.id().value()).stream()
                .map(ReplyTable.ReplyRow::toReply)
                .filter(reply -> all || reply.team().map(teams::contains).orElse(true))
                .toList();
    }

    @Override
    public QuickReply add(Actor actor, Details details) {
        check(details);
        Optional<Long> owner = details.personal() ? Optional.of(agent(actor)) : Optional.empty();
        requireMay(actor, owner);
        int count = owner.map(tables.replies()::countOf).orElseGet(tables.replies()::countShared);
        if (count >= (owner.isPresent() ? MOST_OWN : MOST_SHARED)) {
            throw Fault.of(
                    Fault.Category.CONFLICT,
                    "too-many-replies",
                    new Words(
                            "快捷回复太多，请先删除一些。",
                            "There are too many quick replies; remove some first."));
        }
        return reply(tables.replies().insert(row(0, owner, details, 0)));
    }

    @Override
    public QuickReply change(Actor actor, QuickReplyId id, long version, Details details) {
        check(details);
        ReplyTable.ReplyRow before =
                tables.replies()
                        .find(id.value())
                        .orElseThrow(() -> Fault.notFound("quick-reply", id));
        requireMay(actor, before.owner());
        Details kept =
                before.owner().isEmpty()
                        ? details
                        : new Details(
                                true,
                                Optional.empty(),
                                details.shortcut(),
                                details.title(),
                                details.text());
        if (!tables.replies().change(row(id.value(), before.owner(), kept, version))) {
            throw Fault.stale("quick-reply", id);
        }
        return reply(id.value());
    }

    @Override
    public void remove(Actor actor, QuickReplyId id) {
        Optional<ReplyTable.ReplyRow> row = tables.replies().find(id.value());
        if (row.isPresent()) {
            requireMay(actor, row.get().owner());
            tables.replies().remove(id.value());
        }
    }

    private QuickReply reply(long id) {
        return tables.replies()
                .find(id)
                .map(ReplyTable.ReplyRow::toReply)
                .orElseThrow(() -> Fault.notFound("quick-reply", id));
    }

    private static ReplyTable.ReplyRow row(
            long id, Optional<Long> owner, Details details, long version) {
        return new ReplyTable.ReplyRow(
                id,
                owner,
                owner.isPresent() ? Optional.empty() : details.team().map(TeamId::value),
                details.shortcut(),
                details.title().strip(),
                details.text(),
                version);
    }

    /** One's own is one's own alone; others do not learn of it. */
    private static void requireMay(Actor actor, Optional<Long> owner) {
        if (owner.isEmpty()) {
            actor.require(Permission.MESSAGE_MANAGE);
        } else if (agent(actor) != owner.get()) {
            throw Fault.notFound("quick-reply", "of somebody else");
        }
    }

    private static long agent(Actor actor) {
        if (actor instanceof Actor.Agent agent) {
            return agent.id().value();
        }
        throw Fault.of(
                Fault.Category.FORBIDDEN,
                "staff-only",
                new Words("快捷回复仅供客服使用。", "Quick replies are for staff alone."));
    }

    private static void check(Details details) {
        if (!SHORTCUT.matcher(details.shortcut()).matches()) {
            throw Fault.invalid(
                    "shortcut",
                    "shortcut-invalid",
                    new Words(
                            "快捷词为 1 到 40 个字符，不能有空格和 /。",
                            "A shortcut has 1 to 40 characters without white space and /."));
        }
        if (details.title().length() > TITLE) {
            throw Fault.invalid(
                    "title",
                    "title-too-long",
                    new Words("标题最多 100 个字符。", "A title has at most 100 characters."));
        }
        if (details.text().isBlank() || details.text().length() > TEXT) {
            throw Fault.invalid(
                    "text",
                    "reply-text",
                    new Words("内容为 1 到 5000 个字符。", "A reply has 1 to 5,000 characters."));
        }
    }
}
