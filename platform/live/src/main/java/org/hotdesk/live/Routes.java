package org.hotdesk.live;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Party;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.event.AgentChanged;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.CalendarChanged;
import org.hotdesk.api.event.CategoryChanged;
import org.hotdesk.api.event.ConversationAssigned;
import org.hotdesk.api.event.ConversationClosed;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.ConversationQueued;
import org.hotdesk.api.event.ConversationRated;
import org.hotdesk.api.event.ConversationReopened;
import org.hotdesk.api.event.ConversationUnanswered;
import org.hotdesk.api.event.ConversationWrappedUp;
import org.hotdesk.api.event.EndingRulesChanged;
import org.hotdesk.api.event.EntryPointChanged;
import org.hotdesk.api.event.Event;
import org.hotdesk.api.event.MessagePosted;
import org.hotdesk.api.event.MessagesRead;
import org.hotdesk.api.event.NoteWritten;
import org.hotdesk.api.event.PresenceChanged;
import org.hotdesk.api.event.RoutingPlanChanged;
import org.hotdesk.api.event.SettingsChanged;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.event.SurveyChanged;
import org.hotdesk.api.event.TeamCalendarChanged;
import org.hotdesk.api.event.TeamChanged;
import org.hotdesk.api.event.VisitorIdentified;
import org.hotdesk.api.event.VisitorViewed;
import org.hotdesk.api.staff.AgentId;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who hears of what. Called by the router's thread. */
final class Routes {
    private final Connections connections;
    private final Positions positions;
    private final Previews previews;
    private final Loads loads;
    private final ConcurrentMap<VisitorId, AgentId> serving = new ConcurrentHashMap<>();
    private final AtomicBoolean extensionsChanged = new AtomicBoolean();

    Routes(Connections connections, Positions positions, Previews previews, Loads loads) {
        this.connections = connections;
        this.positions = positions;
        this.previews = previews;
        this.loads = loads;
    }

    /** An agent has this conversation, and hears which pages its visitor looks at. */
    void serves(Conversation conversation) {
        conversation.agent().ifPresent(agent -> serving.put(conversation.visitor(), agent));
    }

    /** Tells staff to look at the extensions again, when they changed since. */
    void tellExtensions() {
        if (extensionsChanged.getAndSet(false)) {
            var frame = Frames.extensions();
            connections.staff.forEach(connection -> connection.send(frame));
        }
    }

    // checkstyle off: MethodLength, because every event is named

    void push(Event event, Burst burst) {
        switch (event) {
            case MessagePosted posted -> push(posted, burst);
            case MessagesRead read -> push(read, burst);
            case NoteWritten written -> push(written, burst);
            case ConversationWrappedUp(var conversation, _) ->
                    closed(conversation, "wrapped-up", burst);
            case SurveyChanged changed -> push(changed, burst);
            case ConversationUnanswered late -> push(late, burst);
            case ConversationOpened(var conversation) -> opened(conversation, burst);
            case ConversationQueued(var conversation, var from) ->
                    queued(conversation, from, burst);
            case ConversationAssigned(var conversation) -> assigned(conversation, burst);
            case ConversationClosed(var conversation) -> closed(conversation, "closed", burst);
            case ConversationRated(var conversation) ->
                    push(conversation, "rated", Optional.empty(), burst);
            case PresenceChanged changed ->
                    burst.to(connections.staff, Frames.presence(changed.state()));
            case VisitorViewed viewed -> push(viewed, burst);
            case AgentChanged _,
                    BundleChanged _,
                    CalendarChanged _,
                    CategoryChanged _,
                    ConversationReopened _,
                    EndingRulesChanged _,
                    EntryPointChanged _,
                    RoutingPlanChanged _,
                    SettingsChanged _,
                    TeamCalendarChanged _,
                    TeamChanged _,
                    VisitorIdentified _ -> {}
        }
    }

    // checkstyle on: MethodLength

    void push(Signal signal, Burst burst) {
        switch (signal) {
            case Signal.Typing(var conversation, var party, var author, var typing, var draft) ->
                    toOtherSide(
                            author.side(),
                            conversation,
                            party,
                            Frames.typing(conversation, author, typing, draft),
                            burst);
            case Signal.Delivered(var conversation, var party, var side, var seq) ->
                    toOtherSide(
                            side,
                            conversation,
                            party,
                            Frames.delivered(conversation, side, seq),
                            burst);
            case Signal.QueueMoved(var team) -> positions.moved(team);
            case Signal.ExtensionsChanged _ -> extensionsChanged.set(true);
        }
    }

    private void opened(Conversation conversation, Burst burst) {
        positions.queued(conversation);
        push(conversation, "opened", Optional.empty(), burst);
    }

    private void queued(Conversation conversation, AgentId from, Burst burst) {
        serving.remove(conversation.visitor());
        positions.queued(conversation);
        loads.note(from);
        push(conversation, "queued", Optional.of(from), burst);
    }

    private void assigned(Conversation conversation, Burst burst) {
        serves(conversation);
        positions.served(conversation);
        conversation.agent().ifPresent(loads::note);
        push(conversation, "assigned", Optional.empty(), burst);
    }

    private void closed(Conversation conversation, String change, Burst burst) {
        serving.remove(conversation.visitor());
        positions.served(conversation);
        conversation.agent().ifPresent(loads::note);
        push(conversation, change, Optional.empty(), burst);
    }

    private void push(MessagePosted posted, Burst burst) {
        var message = posted.message();
        var party = posted.party();
        previews.note(message.conversation(), party);
        if (message.kind() == Message.Kind.RECALL) {
            previews.recalled(message.conversation());
        }
        var visitors = connections.visitors.get(party.visitor());
        var staff = talking(message.conversation(), party);
        if (!visitors.isEmpty() || !staff.isEmpty()) {
            var frame = Frames.message(message, party.agent());
            burst.to(visitors, frame);
            burst.to(staff, frame);
        }
    }

    private void push(SurveyChanged changed, Burst burst) {
        var frame = Frames.survey(changed.survey());
        burst.to(connections.visitors.get(changed.party().visitor()), frame);
        burst.to(talking(changed.survey().conversation(), changed.party()), frame);
    }

    /** Its agent, and whoever watches over all of them. */
    private void push(ConversationUnanswered late, Burst burst) {
        var staff = new LinkedHashSet<>(connections.readers);
        staff.addAll(talking(late.conversation(), late.party()));
        burst.to(staff, Frames.unanswered(late));
    }

    /** Staff alone: a visitor's connection is not even looked for. */
    private void push(NoteWritten written, Burst burst) {
        var staff = talking(written.note().conversation(), written.party());
        if (!staff.isEmpty()) {
            burst.to(staff, Frames.note(written.note()));
        }
    }

    private void push(MessagesRead read, Burst burst) {
        previews.note(read.conversation(), read.party());
        var visitors = connections.visitors.get(read.party().visitor());
        var staff = talking(read.conversation(), read.party());
        if (!visitors.isEmpty() || !staff.isEmpty()) {
            var frame = Frames.read(read.conversation(), read.side(), read.seq());
            burst.to(visitors, frame);
            burst.to(staff, frame);
        }
    }

    private void push(VisitorViewed viewed, Burst burst) {
        var agent = serving.get(viewed.visitor());
        if (agent != null) {
            burst.to(
                    connections.agents.get(agent), Frames.visitor(viewed.visitor(), viewed.page()));
        }
    }

    private void push(
            Conversation conversation, String change, Optional<AgentId> before, Burst burst) {
        var visitors = connections.visitors.get(conversation.visitor());
        if (!visitors.isEmpty()) {
            burst.to(visitors, Frames.forVisitor(conversation));
        }
        var staff = listing(conversation, change, before);
        if (!staff.isEmpty()) {
            burst.to(staff, Frames.forAgents(conversation, change));
        }
    }

    /** Those of staff who have a conversation in one of their lists, or had until now. */
    private Set<Connection> listing(
            Conversation conversation, String change, Optional<AgentId> before) {
        var staff = new LinkedHashSet<>(connections.readers);
        conversation.agent().map(connections.agents::get).ifPresent(staff::addAll);
        before.map(connections.agents::get).ifPresent(staff::addAll);
        staff.addAll(connections.watchers.get(conversation.id()));
        var concernsQueue =
                conversation.state() == ConversationState.QUEUED
                        || conversation.state() == ConversationState.ABANDONED
                        || change.equals("assigned");
        if (concernsQueue) {
            staff.addAll(connections.queues.get(conversation.team()));
        }
        return staff;
    }

    /** Those of staff who have a conversation open: its agent, and who watches. */
    private Collection<Connection> talking(ConversationId conversation, Party party) {
        var agent = party.agent().map(connections.agents::get).orElse(List.of());
        var watchers = connections.watchers.get(conversation);
        if (watchers.isEmpty()) {
            return agent;
        }
        var both = new LinkedHashSet<>(agent);
        both.addAll(watchers);
        return both;
    }

    private void toOtherSide(
            Author.Side side,
            ConversationId conversation,
            Party party,
            Outgoing frame,
            Burst burst) {
        if (side == Author.Side.VISITOR) {
            burst.to(talking(conversation, party), frame);
        } else {
            burst.to(connections.visitors.get(party.visitor()), frame);
            burst.to(connections.watchers.get(conversation), frame);
        }
    }
}
