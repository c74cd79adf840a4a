package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Author;

/** On which side of a conversation an actor stands, and as whom. */
final class Sides {
    private Sides() {}

    static Author.Side of(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> Author.Side.VISITOR;
            case Actor.Agent agent -> Author.Side.AGENT;
            case Actor.Platform platform -> Author.Side.SYSTEM;
            case Actor.Plugin plugin -> Author.Side.SYSTEM;
        };
    }

    /** The actor as the author of lines in a conversation. */
    static Author author(Actor actor, ConversationRow row) {
        return actor instanceof Actor.Visitor visitor
                ? new Author(Author.Side.VISITOR, visitor.id().value(), row.visitorName())
                : author(actor);
    }

    /** The actor as an author; a visitor's name is known only to a conversation. */
    static Author author(Actor actor) {
        return switch (actor) {
            case Actor.Visitor visitor -> new Author(Author.Side.VISITOR, visitor.id().value(), "");
            case Actor.Agent agent ->
                    new Author(Author.Side.AGENT, agent.id().value(), agent.name());
            case Actor.Platform platform -> new Author(Author.Side.SYSTEM, 0, platform.part());
            case Actor.Plugin plugin ->
                    new Author(Author.Side.SYSTEM, 0, plugin.provenance().extension());
        };
    }

    static boolean isAuthor(Actor actor, Author author) {
        return switch (actor) {
            case Actor.Visitor visitor ->
                    author.side() == Author.Side.VISITOR && author.id() == visitor.id().value();
            case Actor.Agent agent ->
                    author.side() == Author.Side.AGENT && author.id() == agent.id().value();
            case Actor.Platform platform -> false;
            case Actor.Plugin plugin -> false;
        };
    }
}
