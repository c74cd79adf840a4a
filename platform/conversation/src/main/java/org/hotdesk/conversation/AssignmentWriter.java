package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.Slots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lets the database decide about proposed assignments, all of them in one short transaction. */
final class AssignmentWriter {
    private static final Actor ROUTER = new Actor.Platform("router");

    private final Tables tables;
    private final Slots slots;
    private final Traces traces;
    private final Consumer<List<Assignment>> after;

    /**
     * Writes assignments.
     *
     * @param after hears of them after their commit; returns at once
     */
    AssignmentWriter(Tables tables, Slots slots, Consumer<List<Assignment>> after) {
        this.tables = tables;
        this.slots = slots;
        this.after = after;
        this.traces = new Traces(tables.decisions());
    }

    /** Somebody's room was taken by others since it was looked at; the whole proposal is void. */
    private static final class RoomTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RoomTaken() {
            super("room taken", null, false, false);
        }
    }

    /**
     * Assigns those that still wait.
     *
     * @return false when nothing was written because an agent no longer had the room
     */
    boolean write(List<Assignment> proposed) {
        try {
            tables.transactions().runAgainOnDeadlock(() -> assign(proposed));
            return true;
        } catch (RoomTaken meanwhile) {
            return false;
        }
    }

    private boolean assign(List<Assignment> proposed) {
        List<Assignment> valid = stillWaiting(proposed);
        if (valid.isEmpty()) {
            return true;
        }
        valid.stream()
                .sorted(Comparator.comparing(assignment -> assignment.agent().value()))
                .forEach(this::takeRoom);
        store(valid);
        return true;
    }

    /** Those whose conversation is still in the queue, in their order, with its locked row. */
    private List<Assignment> stillWaiting(List<Assignment> proposed) {
        Map<Long, ConversationRow> rows =
                lock(proposed.stream().map(assignment -> assignment.row().id()));
        return proposed.stream()
                .flatMap(
                        assignment ->
                                Stream.ofNullable(rows.get(assignment.row().id()))
                                        .filter(row -> row.state() == ConversationState.QUEUED)
                                        .map(assignment::with))
                .toList();
    }

    private Map<Long, ConversationRow> lock(Stream<Long> ids) {
        Map<Long, ConversationRow> rows = new HashMap<>();
        tables.conversations()
                .lockAll(ids.collect(Collectors.toCollection(TreeSet::new)))
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private void takeRoom(Assignment assignment) {
        if (!slots.take(assignment.agent(), assignment.row().weight())) {
            throw new RoomTaken();
        }
    }

    private void store(List<Assignment> assignments) {
        Instant now = tables.now();
        List<Message> lines = new ArrayList<>();
        List<ConversationTable.Assigned> assigned = new ArrayList<>();
        List<Events.Deed> deeds = new ArrayList<>();
        for (Assignment assignment : assignments) {
            ConversationRow row = assignment.row();
            String name = assignment.candidate().name();
            Message line = SystemLine.AGENT_JOINED.after(row, name, now);
            ConversationTable.Assigned given =
                    new ConversationTable.Assigned(
                            row.id(), assignment.agent().value(), name, line.seq());
            ConversationRow active = row.after(given, now);
            lines.add(line);
            assigned.add(given);
            deeds.add(new Events.Deed(ROUTER, new ConversationAssigned(active.toConversation())));
            deeds.add(new Events.Deed(ROUTER, new MessagePosted(line, active.party())));
        }
        tables.conversations().assign(assigned, now);
        tables.messages().insert(lines.stream().map(MessageRow::of).toList());
        traces.keep(assignments.stream().map(Assignment::decision).toList());
        tables.events().record(deeds);
        tables.transactions().afterCommit(() -> after.accept(assignments));
    }
}
