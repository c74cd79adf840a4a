package org.hotdesk.api.conversation;

/** Where a conversation is in its life. */
public enum ConversationState {
    /** Waits for an agent. */
    QUEUED,
    /** An agent has it. */
    ACTIVE,
    /** Ended after an agent had it. */
    CLOSED,
    /** The visitor left before an agent had it. */
    ABANDONED;

    /** Whether it goes on: messages can be written. */
    public boolean isOpen() {
        return this == QUEUED || this == ACTIVE;
    }
}
