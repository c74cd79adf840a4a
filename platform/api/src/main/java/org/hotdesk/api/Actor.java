package org.hotdesk.api;

import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.extension.Provenance;
import org.hotdesk.api.staff.AgentId;

import java.util.Set;

/** Who does something. Services check what an actor may do; events keep who did it. */
public sealed interface Actor {

    /** Whether this actor holds the permission. */
    default boolean may(Permission permission) {
        return false;
    }

    /**
     * Insists on a permission.
     *
     * @throws Fault FORBIDDEN when this actor lacks it
     */
    default void require(Permission permission) {
        if (!may(permission)) {
            throw Fault.forbidden(permission);
        }
    }

    /** A signed-in member of staff. */
    record Agent(AgentId id, String name, Set<Permission> permissions) implements Actor {
        public Agent {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public boolean may(Permission permission) {
            return permissions.contains(permission);
        }
    }

    /** A person on the site. */
    record Visitor(VisitorId id) implements Actor {}

    /** Hotdesk itself, by the part that acts, such as {@code router}; it may do everything. */
    record Platform(String part) implements Actor {
        @Override
        public boolean may(Permission permission) {
            return true;
        }
    }

    /** A plugin that acts by itself; it may do everything. */
    record Plugin(Provenance provenance) implements Actor {
        @Override
        public boolean may(Permission permission) {
            return true;
        }
    }
}
