package org.hotdesk.api;

/** The right to do one kind of thing. Names are {@code area.action}; a plugin may bring its own. */
public record Permission(String name) {
    /** Answer conversations and be given them. */
    public static final Permission CONVERSATION_ANSWER = new Permission("conversation.answer");

    /** Read every conversation, not only one's own and those of one's teams' queues. */
    public static final Permission CONVERSATION_READ_ALL = new Permission("conversation.read-all");

    /** Assign or close conversations of others. */
    public static final Permission CONVERSATION_MANAGE = new Permission("conversation.manage");

    /** Change how teams end their conversations, and the tree of categories. */
    public static final Permission CONVERSATION_SET_UP = new Permission("conversation.set-up");

    /** Change the list of sensitive words and the shared quick replies. */
    public static final Permission MESSAGE_MANAGE = new Permission("message.manage");

    /** See customers and their visits. */
    public static final Permission CUSTOMER_READ = new Permission("customer.read");

    /** See agents, teams and presence. */
    public static final Permission STAFF_READ = new Permission("staff.read");

    /** Create and change agents, teams and skills; end sessions of others. */
    public static final Permission STAFF_MANAGE = new Permission("staff.manage");

    /** Change routing plans. */
    public static final Permission ROUTING_MANAGE = new Permission("routing.manage");

    /** Create, change and remove business calendars, and say which team works by which. */
    public static final Permission CALENDAR_MANAGE = new Permission("calendar.manage");

    /** Install, start, stop, update and remove bundles. */
    public static final Permission BUNDLE_MANAGE = new Permission("bundle.manage");

    /** See the state of the system. */
    public static final Permission HEALTH_READ = new Permission("health.read");

    public Permission {
        if (!name.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")) {
            throw new IllegalArgumentException("A permission is named area.action, not " + name);
        }
    }
}
