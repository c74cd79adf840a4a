package org.hotdesk.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Card;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.event.ConversationUnanswered;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.PresenceState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every frame that goes out, as the page on the live protocol has it. */
final class Frames {
    private Frames() {}

    record MessageFrame(
            String type,
            ConversationId conversation,
            long seq,
            String clientId,
            Author author,
            Message.Kind kind,
            String text,
            Instant at,
            @JsonInclude(Include.NON_ABSENT) Optional<Attachment> attachment,
            @JsonInclude(Include.NON_ABSENT) Optional<Card> card) {}

    /** A line; the same for everybody. */
    static Outgoing message(Message message, Optional<AgentId> agent) {
        var frame =
                new MessageFrame(
                        "message",
                        message.conversation(),
                        message.seq(),
                        message.clientId(),
                        message.author(),
                        message.kind(),
                        message.text(),
                        message.at(),
                        message.attachment(),
                        message.card());
        var line =
                new Outgoing.Line(
                        message.conversation(), message.seq(), message.author().side(), agent);
        return new Outgoing(Json.write(frame), Optional.of(line));
    }

    record NoteFrame(String type, Note note) {}

    /** A note; only ever for staff. */
    static Outgoing note(Note note) {
        return Outgoing.of(Json.write(new NoteFrame("note", note)));
    }

    record SurveyFrame(String type, Survey survey) {}

    /** What the visitor is asked; the same for everybody. */
    static Outgoing survey(Survey survey) {
        return Outgoing.of(Json.write(new SurveyFrame("survey", survey)));
    }

    record Unanswered(String type, ConversationId conversation, long seq, Instant since) {}

    /** An agent has not answered for too long; only ever for staff. */
    static Outgoing unanswered(ConversationUnanswered late) {
        return Outgoing.of(
                Json.write(
                        new Unanswered(
                                "unanswered", late.conversation(), late.seq(), late.since())));
    }

    /** What an {@code ack} says of a message. */
    record Acknowledged(long seq, String clientId, Instant at) {
        static Acknowledged of(Message message) {
            return new Acknowledged(message.seq(), message.clientId(), message.at());
        }
    }

    @JsonInclude(Include.NON_ABSENT)
    record Ack(
            String type,
            String id,
            Optional<Acknowledged> message,
            Optional<Object> conversation,
            Optional<Boolean> more) {}

    static Outgoing ack(String id) {
        return ack(id, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Outgoing ack(String id, Message message) {
        return ack(id, Optional.of(Acknowledged.of(message)), Optional.empty(), Optional.empty());
    }

    static Outgoing ackOpen(String id, Object conversation) {
        return ack(id, Optional.empty(), Optional.of(conversation), Optional.empty());
    }

    static Outgoing ackFetch(String id, boolean more) {
        return ack(id, Optional.empty(), Optional.empty(), Optional.of(more));
    }

    private static Outgoing ack(
            String id,
            Optional<Acknowledged> message,
            Optional<Object> conversation,
            Optional<Boolean> more) {
        return Outgoing.of(Json.write(new Ack("ack", id, message, conversation, more)));
    }

    record ErrorFrame(
            String type,
            @JsonInclude(Include.NON_ABSENT) Optional<String> id,
            String code,
            int status,
            String message,
            Optional<String> field) {}

    static Outgoing error(Optional<String> id, Fault fault) {
        return Outgoing.of(
                Json.write(
                        new ErrorFrame(
                                "error",
                                id,
                                fault.code(),
                                fault.category().status(),
                                String.valueOf(fault.getMessage()),
                                fault.field())));
    }

    /** Something that is nobody's fault but ours; the log says more under the number. */
    static Outgoing internalError(Optional<String> id, String number) {
        var message = "Something went wrong here. The server's log says more under " + number + ".";
        return Outgoing.of(
                Json.write(
                        new ErrorFrame("error", id, "internal", 500, message, Optional.empty())));
    }

    record VisitorWelcome(
            String type,
            VisitorId visitor,
            Optional<VisitorView> conversation,
            Optional<Integer> position,
            boolean previews) {}

    record AgentWelcome(
            String type,
            Agent agent,
            Optional<PresenceState> presence,
            List<Conversation> mine,
            List<Conversation> queue,
            List<PresenceState> presences) {}

    static Outgoing welcome(Object welcome) {
        return Outgoing.of(Json.write(welcome));
    }

    record VisitorConversation(String type, VisitorView conversation) {}

    static Outgoing forVisitor(Conversation conversation) {
        return Outgoing.of(
                Json.write(new VisitorConversation("conversation", VisitorView.of(conversation))));
    }

    record AgentConversation(String type, Conversation conversation, String change) {}

    static Outgoing forAgents(Conversation conversation, String change) {
        return Outgoing.of(Json.write(new AgentConversation("conversation", conversation, change)));
    }

    record Position(String type, ConversationId conversation, int position) {}

    static Outgoing position(ConversationId conversation, int position) {
        return Outgoing.of(Json.write(new Position("position", conversation, position)));
    }

    record Typing(
            String type,
            ConversationId conversation,
            Author author,
            boolean typing,
            @JsonInclude(Include.NON_ABSENT) Optional<String> text) {}

    static Outgoing typing(
            ConversationId conversation, Author author, boolean typing, Optional<String> text) {
        return Outgoing.of(Json.write(new Typing("typing", conversation, author, typing, text)));
    }

    record Mark(String type, ConversationId conversation, Author.Side side, long seq) {}

    static Outgoing delivered(ConversationId conversation, Author.Side side, long seq) {
        return Outgoing.of(Json.write(new Mark("delivered", conversation, side, seq)));
    }

    static Outgoing read(ConversationId conversation, Author.Side side, long seq) {
        return Outgoing.of(Json.write(new Mark("read", conversation, side, seq)));
    }

    record Preview(
            String type,
            ConversationId conversation,
            long lastSeq,
            Optional<Conversation.Last> last,
            int unread) {}

    static Outgoing preview(Conversation of) {
        return Outgoing.of(
                Json.write(new Preview("preview", of.id(), of.lastSeq(), of.last(), of.unread())));
    }

    record PresenceFrame(String type, PresenceState presence) {}

    static Outgoing presence(PresenceState state) {
        return Outgoing.of(Json.write(new PresenceFrame("presence", state)));
    }

    record VisitorPage(String type, VisitorId visitor, PageView page) {}

    static Outgoing visitor(VisitorId visitor, PageView page) {
        return Outgoing.of(Json.write(new VisitorPage("visitor", visitor, page)));
    }

    static Outgoing extensions() {
        return Outgoing.of("{\"type\":\"extensions\"}");
    }
}
