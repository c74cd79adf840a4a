package org.hotdesk.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.staff.Slots;

/** Lets the database decide about proposed assignments, all of them in one short transaction. */
final class AssignmentWriter {
    private static final Actor ROUTER = new Actor.Platform("router");

    private final Tables tables;
    private final Slots slots;
    private final Traces traces;
    private final Clock clock;

    AssignmentWriter(Tables tables, Slots slots, Traces traces, Clock clock) {
        this.tables = tables;
        this.slots = slots;
        this.traces = traces;
        this.clock = clock;
    }

    Clock clock() {
        return clock;
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
        Map<Long, ConversationRow> waiting = lockWaiting(proposed);
        List<Assignment> valid =
                proposed.stream()
                        .filter(assignment -> waiting.containsKey(assignment.row().id()))
                        .toList();
        if (valid.isEmpty()) {
            return true;
        }
        valid.stream()
                .sorted(Comparator.comparing(assignment -> assignment.agent().value()))
                .forEach(this::takeRoom);
        store(valid, waiting);
        return true;
    }

    private Map<Long, ConversationRow> lockWaiting(List<Assignment> proposed) {
        TreeSet<Long> ids =
                proposed.stream()
                        .map(assignment -> assignment.row().id())
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, ConversationRow> waiting = new LinkedHashMap<>();
        for (ConversationRow row : tables.conversations().lockAll(ids)) {
            if (row.state() == ConversationState.QUEUED) {
                waiting.put(row.id(), row);
            }
        }
        return waiting;
    }

    private void takeRoom(Assignment assignment) {
        if (!slots.take(assignment.agent(), assignment.row().weight())) {
            throw new RoomTaken();
        }
    }

    private void store(List<Assignment> assignments, Map<Long, ConversationRow> locked) {
        Instant now = clock.instant();
        List<MessageRow> lines = new ArrayList<>();
        List<Message> posted = new ArrayList<>();
        List<ConversationTable.Assigned> assigned = new ArrayList<>();
        for (Assignment assignment : assignments) {
            ConversationRow row = locked.get(assignment.row().id());
            String name = assignment.candidate().name();
            Message line = SystemLine.AGENT_JOINED.after(row, name, now);
            posted.add(line);
            lines.add(MessageRow.of(line));
            assigned.add(
                    new ConversationTable.Assigned(
                            row.id(), assignment.agent().value(), name, line.seq()));
        }
        tables.conversations().assign(assigned, now);
        tables.messages().insert(lines);
        traces.keep(assignments.stream().map(Assignment::decision).toList());
        record(posted);
    }

    private void record(List<Message> lines) {
        TreeSet<Long> ids =
                lines.stream()
                        .map(line -> line.conversation().value())
                        .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, ConversationRow> rows = new LinkedHashMap<>();
        tables.conversations().lockAll(ids).forEach(row -> rows.put(row.id(), row));
        List<Events.Deed> deeds = new ArrayList<>();
        for (Message line : lines) {
            ConversationRow row = rows.get(line.conversation().value());
            deeds.add(new Events.Deed(ROUTER, new ConversationAssigned(row.toConversation())));
            deeds.add(new Events.Deed(ROUTER, new MessagePosted(line, row.party())));
        }
        tables.events().record(deeds);
    }
}
