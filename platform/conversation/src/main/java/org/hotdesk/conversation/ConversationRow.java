package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Party;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.time.Instant;
import java.util.Optional;

/** A conversation as the table has it. */
record ConversationRow(
        long id,
        long visitor,
        String visitorName,
        Optional<String> customer,
        long team,
        ConversationState state,
        Optional<Long> agent,
        Optional<String> agentName,
        String language,
        int weight,
        int priority,
        Instant turnAt,
        Instant openedAt,
        Instant queuedAt,
        Optional<Instant> assignedAt,
        Optional<Instant> closedAt,
        Optional<String> category,
        Optional<Integer> stars,
        Optional<String> comment,
        long lastSeq,
        Optional<Author.Side> lastSide,
        Optional<String> lastText,
        Optional<Instant> lastAt,
        long visitorRead,
        long agentRead,
        int unread,
        long version,
        boolean converted) {

    static final String COLUMNS =
            "id, visitor, visitor_name, customer, team, state, agent, agent_name, language, weight,"
                    + " priority, turn_at,"
                    + " opened_at, queued_at, assigned_at, closed_at, category, stars, comment,"
                    + " last_seq, last_side, last_text, last_at, visitor_read, agent_read, unread,"
                    + " version, converted";

    boolean isOf(AgentId someone) {
        return agent.isPresent() && agent.get() == someone.value();
    }

    Party party() {
        return new Party(new VisitorId(visitor), new TeamId(team), agent.map(AgentId::new));
    }

    Conversation toConversation() {
        return new Conversation(
                new ConversationId(id),
                new VisitorId(visitor),
                visitorName,
                customer.map(CustomerId::new),
                new TeamId(team),
                state,
                agent.map(AgentId::new),
                agentName,
                language,
                openedAt,
                queuedAt,
                assignedAt,
                closedAt,
                category,
                stars.map(given -> new Rating(given, comment.orElse(""))),
                lastSeq,
                last(),
                visitorRead,
                agentRead,
                unread,
                version);
    }

    // checkstyle off: MethodLength, because a row has as many columns

    /** A conversation that just began, as it is written. */
    static ConversationRow begun(long id, ConversationTable.NewRow row) {
        return new ConversationRow(
                id,
                row.visitor(),
                row.visitorName(),
                row.customer(),
                row.team(),
                ConversationState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                row.language(),
                1,
                row.priority(),
                row.turnAt(),
                row.at(),
                row.at(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                Optional.of(Author.Side.VISITOR),
                Optional.of(row.lastText()),
                Optional.of(row.at()),
                1,
                0,
                1,
                1,
                false);
    }

    /** The same after its assignment, as it is written to a row that is locked. */
    ConversationRow after(ConversationTable.Assigned assigned, Instant at) {
        return new ConversationRow(
                id,
                visitor,
                visitorName,
                customer,
                team,
                ConversationState.ACTIVE,
                Optional.of(assigned.agent()),
                Optional.of(assigned.agentName()),
                language,
                weight,
                priority,
                turnAt,
                openedAt,
                queuedAt,
                Optional.of(at),
                closedAt,
                category,
                stars,
                comment,
                assigned.seq(),
                lastSide,
                lastText,
                lastAt,
                visitorRead,
                agentRead,
                unread,
                version + 1,
                converted);
    }

    private Optional<Conversation.Last> last() {
        return lastSide.map(
                side -> new Conversation.Last(side, lastText.orElse(""), lastAt.orElse(openedAt)));
    }
}
