package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Page;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;

/**
 * The chats. The only way to change one.
 *
 * <p>A visitor reaches their own conversations alone. An agent reaches those they have, the queues
 * of their teams, and the past ones of a visitor whom they are serving; with {@code
 * conversation.read-all} any. Where something may not be reached, the fault is NOT_FOUND.
 * Thread-safe.
 */
@ProviderType
public interface Conversations {

    /**
     * Begins a conversation with its first message and puts it into the queue. A visitor has one
     * open conversation at most: when there is one, the message goes there; when one ended within
     * the time that its team gives, it goes on. Sent again with the same client id it changes
     * nothing.
     *
     * @throws org.hotdesk.api.Fault INVALID; NOT_FOUND for the team
     */
    Conversation open(Actor.Visitor visitor, Opening opening);

    /**
     * Writes a message. The stage completes after the commit that holds it; a message sent again
     * under its client id answers the message that is there. Messages of one caller on one thread
     * keep their order.
     *
     * <p>Completes with {@link org.hotdesk.api.Fault}: INVALID; CONFLICT {@code
     * conversation-closed}; NOT_FOUND; FORBIDDEN for an agent who may read it but does not have it;
     * UNAVAILABLE when too many messages wait to be written.
     */
    CompletionStage<Message> post(Actor actor, ConversationId id, Draft draft);

    /**
     * Takes a line back: what it said is erased for everybody, and a {@link Message.Kind#RECALL}
     * line tells so. Only by its author, within two minutes, while the conversation goes on. Taken
     * back again it stays as it is.
     *
     * @return the line as it is now
     * @throws org.hotdesk.api.Fault NOT_FOUND; FORBIDDEN {@code not-your-message}; CONFLICT {@code
     *     recall-too-late}, {@code conversation-closed}
     */
    Message recall(Actor actor, ConversationId id, long seq);

    /**
     * Tells the other side that somebody types, or stopped; nothing is kept.
     *
     * @param draft what a visitor has typed so far, for the staff to see; its first 500 characters
     *     are told, and an agent's never
     */
    void typing(Actor actor, ConversationId id, boolean typing, Optional<String> draft);

    /** The caller's side has these lines on a screen's machine; nothing is kept. */
    void delivered(Actor actor, ConversationId id, long seq);

    /** The caller's side has read up to this line; never goes back. Watchers do not count. */
    void read(Actor actor, ConversationId id, long seq);

    /**
     * Ends a conversation. By the visitor: CLOSED, or ABANDONED when no agent had it. By an agent
     * who has it or holds {@code conversation.manage}. Where the team wraps up, one that an agent
     * had is in WRAP_UP first. What has ended stays ended: then this answers it as it is.
     *
     * @param category at most 100 characters
     */
    Conversation close(Actor actor, ConversationId id, Optional<String> category);

    /**
     * Keeps what the visitor thought; once a conversation. As {@link Surveys#answer} without
     * reasons.
     *
     * @throws org.hotdesk.api.Fault INVALID; CONFLICT {@code conversation-open} before the end
     *     unless it was asked for, {@code already-rated} with another rating than before, {@code
     *     survey-expired}, {@code not-asked}
     */
    Conversation rate(Actor.Visitor visitor, ConversationId id, Rating rating);

    /** One conversation. */
    Conversation find(Actor actor, ConversationId id);

    /** The open conversation of a visitor; empty when there is none. */
    Optional<Conversation> current(Actor.Visitor visitor);

    /**
     * Lists conversations that the caller may reach: QUEUED ones in order of service, others newest
     * first.
     *
     * @param cursor as answered by the page before; empty for the first
     * @param limit 1 to 200
     */
    Page<Conversation> list(
            Actor actor, ConversationFilter filter, Optional<String> cursor, int limit);

    /**
     * Lines after a sequence number, oldest first; 0 for the first line.
     *
     * @param limit 1 to 500
     */
    List<Message> after(Actor actor, ConversationId id, long seq, int limit);

    /**
     * The lines before a sequence number, oldest first: the last {@code limit} (1 to 500) of them.
     */
    List<Message> before(Actor actor, ConversationId id, long seq, int limit);

    /** How many are served before it, plus one; empty when it does not wait. */
    OptionalInt position(Actor actor, ConversationId id);
}
