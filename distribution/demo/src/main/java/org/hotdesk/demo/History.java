package org.hotdesk.demo;

import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.TeamId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * Gives the sample shop a past: plays each sample conversation once, in the background, through the
 * same services as everybody. The agent in question is at work for just that long. The server is
 * not ready before that.
 */
@Component(
        service = {History.class, HealthCheck.class},
        immediate = true)
public final class History implements HealthCheck {
    static final String AT_WORK = "sample data";

    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int LOOKED_THROUGH = 200;
    private static final int TOLD_EVERY = 5;
    private static final HealthReading PLAYED = reading(Status.UP, HealthReading.FINE);

    private final Accounts accounts;
    private final Conversations conversations;
    private final Agents agents;
    private final Presences presences;
    private final Stage stage;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile HealthReading reading =
            reading(Status.DOWN, new Words("正在准备演示会话。", "Preparing the sample conversations."));

    @Activate
    public History(
            @Reference Accounts accounts,
            @Reference Conversations conversations,
            @Reference Agents agents,
            @Reference Presences presences,
            @Reference Guests guests) {
        this.accounts = accounts;
        this.conversations = conversations;
        this.agents = agents;
        this.presences = presences;
        this.stage = new Stage(conversations, agents, guests, this::goOn);
        this.thread = Thread.ofVirtual().name("demo-history").start(this::playAll);
    }

    private static HealthReading reading(Status status, Words message) {
        return new HealthReading("demo-conversations", status, message, Map.of());
    }

    @Override
    public HealthReading check() {
        return reading;
    }

    /** Lets what is under way end: an interrupt would close the embedded database's file. */
    @Deactivate
    void stop() throws InterruptedException {
        stopping = true;
        thread.join(Stage.PATIENCE);
    }

    private void goOn() {
        if (stopping) {
            throw new CancellationException("The server stops.");
        }
    }

    private void playAll() {
        try {
            Map<Words, TeamId> teams = accounts.made().join();
            goHome();
            Page<Conversation> there = newest();
            if (there.next().isEmpty()) {
                playMissing(there, teams);
            } // else it is long in use
            reading = PLAYED;
        } catch (CancellationException stops) {
            LOG.debug("Stopped on the way; the rest is played after the next start.");
        } catch (CompletionException noAccounts) {
            LOG.debug("Without accounts there is no history.", noAccounts);
            reading = PLAYED;
        } catch (RuntimeException failure) {
            LOG.warn("The sample conversations could not be played.", failure);
            reading =
                    reading(
                            Status.DEGRADED,
                            new Words(
                                    "演示会话没有全部生成，原因见日志。",
                                    "Not all sample conversations are there; the log says why."));
        }
    }

    private void playMissing(Page<Conversation> there, Map<Words, TeamId> teams) {
        Set<String> played = tidy(there);
        List<SampleChat> missing =
                SampleChats.read().stream()
                        .filter(chat -> !played.contains(chat.clientId(1)))
                        .toList();
        for (int done = 0; done < missing.size(); done++) {
            if (done % TOLD_EVERY == 0) {
                LOG.info("Making sample conversations: {} of {}", done, missing.size());
            }
            play(missing.get(done), teams);
        }
        LOG.info("The sample conversations are there.");
    }

    private void play(SampleChat chat, Map<Words, TeamId> teams) {
        goOn();
        try {
            agent(chat.agent()).ifPresent(this::comeToWork);
            stage.play(chat, Optional.ofNullable(teams.get(chat.team())));
        } finally {
            goHome();
        }
    }

    private Optional<Agent> agent(String login) {
        return agents.list(Accounts.ACTOR).stream()
                .filter(agent -> agent.login().equals(login))
                .findFirst();
    }

    /** Unless somebody signed in meanwhile and says otherwise. */
    private void comeToWork(Agent agent) {
        boolean free =
                presences
                        .find(agent.id())
                        .filter(state -> state.presence() == Presence.OFFLINE)
                        .isPresent();
        if (free) {
            presences.set(Accounts.ACTOR, agent.id(), Presence.ONLINE, Optional.of(AT_WORK));
        }
    }

    private void goHome() {
        presences.list().stream()
                .filter(state -> state.reason().equals(Optional.of(AT_WORK)))
                .map(PresenceState::agent)
                .forEach(
                        agent ->
                                presences.set(
                                        Accounts.ACTOR, agent, Presence.OFFLINE, Optional.empty()));
    }

    private Page<Conversation> newest() {
        return conversations.list(
                Accounts.ACTOR, ConversationFilter.in(), Optional.empty(), LOOKED_THROUGH);
    }

    /** Closes what an earlier start left open; answers the client ids of all first lines. */
    private Set<String> tidy(Page<Conversation> there) {
        return there.items().stream()
                .map(
                        conversation -> {
                            String begun = begunAs(conversation);
                            if (begun.startsWith("sample-") && conversation.state().isOpen()) {
                                conversations.close(
                                        Accounts.ACTOR, conversation.id(), Optional.empty());
                            }
                            return begun;
                        })
                .collect(Collectors.toSet());
    }

    private String begunAs(Conversation conversation) {
        return conversations.after(Accounts.ACTOR, conversation.id(), 0, 1).stream()
                .map(Message::clientId)
                .findFirst()
                .orElse("");
    }
}
