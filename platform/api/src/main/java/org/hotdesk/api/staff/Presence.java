package org.hotdesk.api.staff;

/** Whether an agent takes new conversations. */
public enum Presence {
    /** Takes new conversations. */
    ONLINE,
    /** At work, keeps the open conversations, takes no new ones. */
    BUSY,
    /** Not at the desk, keeps the open conversations, takes no new ones. */
    AWAY,
    /** Not at work; open conversations go to others. */
    OFFLINE
}
