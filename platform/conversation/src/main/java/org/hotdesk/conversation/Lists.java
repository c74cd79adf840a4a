package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Page;
import org.hotdesk.api.Permission;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists of conversations, narrowed to what the one who asks may reach, page by page. */
final class Lists {
    private static final Set<ConversationState> QUEUE = Set.of(ConversationState.QUEUED);

    private final QueueTable queues;
    private final Access access;

    Lists(QueueTable queues, Access access) {
        this.queues = queues;
        this.access = access;
    }

    Page<Conversation> list(
            Actor actor, ConversationFilter filter, Optional<String> cursor, int limit) {
        Optional<QueueTable.Narrowed> to = narrow(actor, filter);
        if (to.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        boolean inOrderOfService = filter.states().equals(QUEUE);
        Cursor from =
                cursor.map(Cursor::parse).orElse(inOrderOfService ? Cursor.START : Cursor.END);
        List<ConversationRow> rows =
                inOrderOfService
                        ? queues.inOrderOfService(to.get(), from.at(), from.id(), limit + 1)
                        : queues.newest(to.get(), from.id(), limit + 1);
        return page(rows, limit);
    }

    private static Page<Conversation> page(List<ConversationRow> rows, int limit) {
        List<ConversationRow> shown = rows.stream().limit(limit).toList();
        Optional<String> next =
                rows.size() > limit
                        ? Optional.of(
                                new Cursor(shown.getLast().turnAt(), shown.getLast().id())
                                        .toString())
                        : Optional.empty();
        return new Page<>(shown.stream().map(ConversationRow::toConversation).toList(), next);
    }

    /** What the actor may reach of what was asked for; empty when it is nothing for sure. */
    private Optional<QueueTable.Narrowed> narrow(Actor actor, ConversationFilter filter) {
        return switch (actor) {
            case Actor.Visitor visitor -> narrow(visitor, filter);
            case Actor.Agent agent ->
                    agent.may(Permission.CONVERSATION_READ_ALL)
                            ? Optional.of(narrowed(filter))
                            : narrow(agent, filter);
            case Actor.Platform platform -> Optional.of(narrowed(filter));
            case Actor.Plugin plugin -> Optional.of(narrowed(filter));
        };
    }

    private static Optional<QueueTable.Narrowed> narrow(
            Actor.Visitor visitor, ConversationFilter filter) {
        return filter.visitor().filter(other -> !other.equals(visitor.id())).isPresent()
                ? Optional.empty()
                : Optional.of(narrowed(filter.of(visitor.id())));
    }

    private Optional<QueueTable.Narrowed> narrow(Actor.Agent agent, ConversationFilter filter) {
        if (filter.agent().filter(agent.id()::equals).isPresent()) {
            return Optional.of(narrowed(filter));
        }
        if (filter.agent().isPresent()) {
            return Optional.empty();
        }
        if (filter.states().equals(QUEUE)) {
            return queuesOf(agent, filter);
        }
        Optional<VisitorId> visitor = filter.visitor();
        if (visitor.isPresent() && access.isServing(agent, visitor.get().value())) {
            return Optional.of(narrowed(filter));
        }
        return Optional.of(narrowed(filter.of(agent.id())));
    }

    private Optional<QueueTable.Narrowed> queuesOf(Actor.Agent agent, ConversationFilter filter) {

        Set<Long> teams =
                access.teamsOf(agent).stream()
                        .filter(team -> filter.team().isEmpty() || filter.team().get().equals(team))
                        .map(TeamId::value)
                        .collect(Collectors.toSet());
        return teams.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new QueueTable.Narrowed(
                                names(filter),
                                0,
                                teams,
                                filter.visitor().map(VisitorId::value).orElse(0L)));
    }

    private static QueueTable.Narrowed narrowed(ConversationFilter filter) {
        return new QueueTable.Narrowed(
                names(filter),
                filter.agent().map(AgentId::value).orElse(0L),
                filter.team().map(team -> Set.of(team.value())).orElse(Set.of()),
                filter.visitor().map(VisitorId::value).orElse(0L));
    }

    private static List<String> names(ConversationFilter filter) {
        return filter.states().stream().map(Enum::name).toList();
    }
}
