package org.hotdesk.api.conversation;

/**
 * Who wrote a message.
 *
 * @param id of the visitor or agent; 0 for the system
 * @param name as it was when the message was written
 */
public record Author(Side side, long id, String name) {
    /** On which side of the conversation somebody is. */
    public enum Side {
        /** The person on the site. */
        VISITOR,
        /** A member of staff. */
        AGENT,
        /** Hotdesk itself. */
        SYSTEM
    }
}
