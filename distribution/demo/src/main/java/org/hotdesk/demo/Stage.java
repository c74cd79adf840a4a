package org.hotdesk.demo;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.TeamId;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where sample conversations are played, line by line. */
final class Stage {
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Conversations conversations;
    private final Agents agents;
    private final Guests guests;
    private final Runnable goOn;

    /** A stage whose play may be broken off at any moment, by what {@code goOn} throws. */
    Stage(Conversations conversations, Agents agents, Guests guests, Runnable goOn) {
        this.conversations = conversations;
        this.agents = agents;
        this.guests = guests;
        this.goOn = goOn;
    }

    void play(SampleChat chat, Optional<TeamId> team) {
        Actor.Visitor visitor = new Actor.Visitor(guests.welcome(chat, this::waitFor));
        var first = new Draft(chat.clientId(1), chat.lines().getFirst().text());
        Conversation opened =
                conversations.open(visitor, new Opening(team, chat.language(), first));
        if (!waitFor(() -> isAssigned(opened))) {
            conversations.close(Accounts.ACTOR, opened.id(), Optional.empty());
            throw new IllegalStateException("Nobody was given a sample conversation.");
        }
        Actor.Agent agent = agentOf(conversations.find(Accounts.ACTOR, opened.id()));
        speak(chat, opened, visitor, agent);
        long last = conversations.find(Accounts.ACTOR, opened.id()).lastSeq();
        conversations.read(agent, opened.id(), last);
        conversations.read(visitor, opened.id(), last);
        conversations.close(agent, opened.id(), Optional.of(chat.category()));
        chat.rating().ifPresent(rating -> conversations.rate(visitor, opened.id(), rating));
    }

    private void speak(
            SampleChat chat, Conversation opened, Actor.Visitor visitor, Actor.Agent agent) {
        for (int number = 2; number <= chat.lines().size(); number++) {
            goOn.run();
            SampleChat.Line line = chat.lines().get(number - 1);
            Actor speaker = line.side() == Author.Side.VISITOR ? visitor : agent;
            conversations
                    .post(speaker, opened.id(), new Draft(chat.clientId(number), line.text()))
                    .toCompletableFuture()
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
    }

    private boolean isAssigned(Conversation opened) {
        return conversations.find(Accounts.ACTOR, opened.id()).state() == ConversationState.ACTIVE;
    }

    private Actor.Agent agentOf(Conversation conversation) {
        return conversation
                .agent()
                .flatMap(agents::find)
                .map(agent -> new Actor.Agent(agent.id(), agent.name(), agent.role().permissions()))
                .orElseThrow();
    }

    /** Looks again and again until it holds; false when that takes too long. */
    private boolean waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            goOn.run();
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
