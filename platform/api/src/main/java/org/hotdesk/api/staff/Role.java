package org.hotdesk.api.staff;

import static org.hotdesk.api.Permission.BUNDLE_MANAGE;
import static org.hotdesk.api.Permission.CALENDAR_MANAGE;
import static org.hotdesk.api.Permission.CONVERSATION_ANSWER;
import static org.hotdesk.api.Permission.CONVERSATION_MANAGE;
import static org.hotdesk.api.Permission.CONVERSATION_READ_ALL;
import static org.hotdesk.api.Permission.CONVERSATION_SET_UP;
import static org.hotdesk.api.Permission.CUSTOMER_READ;
import static org.hotdesk.api.Permission.HEALTH_READ;
import static org.hotdesk.api.Permission.MESSAGE_MANAGE;
import static org.hotdesk.api.Permission.ROUTING_MANAGE;
import static org.hotdesk.api.Permission.STAFF_MANAGE;
import static org.hotdesk.api.Permission.STAFF_READ;

import org.hotdesk.api.Permission;

import java.util.Set;

/** What kind of work somebody does, and so what they may do. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is
public enum Role {
    /** Answers conversations. */
    AGENT(Set.of(CONVERSATION_ANSWER, CUSTOMER_READ, STAFF_READ)),
    /** Watches over the work of agents, and answers too. */
    SUPERVISOR(
            Set.of(
                    CONVERSATION_ANSWER,
                    CONVERSATION_READ_ALL,
                    CONVERSATION_MANAGE,
                    CONVERSATION_SET_UP,
                    MESSAGE_MANAGE,
                    CUSTOMER_READ,
                    STAFF_READ,
                    HEALTH_READ)),
    /** Sets Hotdesk up; sees everything, and is not given conversations. */
    ADMINISTRATOR(
            Set.of(
                    CONVERSATION_READ_ALL,
                    CONVERSATION_MANAGE,
                    CONVERSATION_SET_UP,
                    MESSAGE_MANAGE,
                    CUSTOMER_READ,
                    STAFF_READ,
                    STAFF_MANAGE,
                    ROUTING_MANAGE,
                    CALENDAR_MANAGE,
                    BUNDLE_MANAGE,
                    HEALTH_READ));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** What this role may do. */
    public Set<Permission> permissions() {
        return permissions;
    }
}
