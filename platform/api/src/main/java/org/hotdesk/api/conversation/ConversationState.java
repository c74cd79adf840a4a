package org.hotdesk.api.conversation;

/** Where a conversation is in its life. */
public enum ConversationState {
    /** Waits for an agent. */
    QUEUED,
    /** An agent has it. */
    ACTIVE,
    /** It ended, and its agent still says what it was about; to the visitor it is closed. */
    WRAP_UP,
    /** Ended after an agent had it. */
    CLOSED,
    /** The visitor left before an agent had it. */
    ABANDONED;

    /** Whether it goes on: messages can be written. */
    public boolean isOpen() {
        return this == QUEUED || this == ACTIVE;
    }

    /** What a visitor may know of it: to them a wrap-up is the end. */
    public ConversationState seenByVisitor() {
        return this == WRAP_UP ? CLOSED : this;
    }
}
