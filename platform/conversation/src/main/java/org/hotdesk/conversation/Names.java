package org.hotdesk.conversation;

import org.hotdesk.api.Actor;

/** The name under which an actor's deed is shown to people. */
final class Names {
    private Names() {}

    static String of(Actor actor) {
        return switch (actor) {
            case Actor.Agent agent -> agent.name();
            case Actor.Visitor visitor -> "visitor " + visitor.id();
            case Actor.Platform platform -> platform.part();
            case Actor.Plugin plugin -> plugin.provenance().extension();
        };
    }
}
