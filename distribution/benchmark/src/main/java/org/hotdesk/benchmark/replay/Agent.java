package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Account;
import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.SignedIn;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Plays the desk: answers every conversation that this agent is given with its recorded lines.
 *
 * <p>Whoever is given a conversation reads it from its first line, and so goes on where a colleague
 * left off; the client ids of the lines tell which recording it is.
 */
final class Agent implements Part {
    private final Stage stage;
    private final Scripts scripts;
    private final Account account;
    private final Seat seat;
    private final Map<String, Place> places = new HashMap<>();
    private SignedIn signedIn;
    private boolean dismissed;
    private boolean leaving;
    private boolean gone;
    private volatile boolean wantedHome;

    Agent(Stage stage, Scripts scripts, Account account, SignedIn signedIn) {
        this.stage = stage;
        this.scripts = scripts;
        this.account = account;
        this.signedIn = signedIn;
        this.seat = new Seat(stage, this);
    }

    /** Works until sent home. */
    void work() throws Patience.Exhausted {
        seat.run();
    }

    /** Goes offline and ends; for any thread. */
    void goHome() {
        wantedHome = true;
        seat.nudge();
    }

    @Override
    public String path() {
        return "/live/agent";
    }

    @Override
    public Map<String, String> headers() throws Patience.Exhausted {
        if (dismissed) {
            signedIn = SignedIn.as(stage.rest(), account, stage.patience());
            dismissed = false;
        }
        var server = stage.rest().server();
        return Map.of(
                "Authorization",
                signedIn.authorization(),
                "Origin",
                server.getScheme() + "://" + server.getAuthority());
    }

    @Override
    public ObjectNode hello() {
        var hello = Json.frame("hello").put("presence", leaving ? "OFFLINE" : "ONLINE");
        var seen = hello.putObject("seen");
        seat.seen().all().forEach(seen::put);
        return hello;
    }

    @Override
    public void welcomed(JsonNode welcome) {
        var mine = new HashSet<String>();
        for (var conversation : welcome.path("mine")) {
            mine.add(conversation.path("id").asText());
            given(conversation);
        }
        for (var id : seat.seen().all().keySet()) {
            if (!mine.contains(id)) {
                taken(id);
            }
        }
        if (leaving) {
            seat.send(Command.presence("OFFLINE"));
        } else {
            stayOnline(welcome.path("presence"));
        }
    }

    private void stayOnline(JsonNode presence) {
        if (!leaving && !presence.path("presence").asText().equals("ONLINE")) {
            seat.send(Command.presence("ONLINE"));
        }
    }

    private void given(JsonNode conversation) {
        var id = conversation.path("id").asText();
        seat.seen().expect(id, conversation.path("lastSeq").asLong());
        seat.catchUp(id);
    }

    private void taken(String id) {
        places.remove(id);
        seat.seen().forget(id);
        seat.drop(command -> command.conversation().equals(id));
    }

    @Override
    public void heard(Heard line) {
        scripts.cue(line.clientId()).ifPresent(cue -> heard(line, cue));
        var place = places.get(line.conversation());
        // Not before all is read that colleagues said: their lines cannot be sent again.
        if (place != null && seat.seen().isComplete(line.conversation())) {
            goOn(place, line.conversation());
        }
    }

    private void heard(Heard line, Scripts.Cue cue) {
        var script = cue.script();
        var place =
                places.computeIfAbsent(line.conversation(), _ -> new Place(script, Speaker.AGENT));
        place.heard(cue.turn());
        if (script.line(cue.turn()).speaker() == Speaker.CUSTOMER) {
            script.delivered(cue.turn(), line.text(), line.at());
        } else if (!place.isPast(cue.turn())) {
            // A colleague said it and lost the conversation before the answer came.
            script.acknowledged(cue.turn());
        }
    }

    private void goOn(Place place, String conversation) {
        var script = place.script();
        for (int turn : place.due()) {
            script.sent(turn, true);
            seat.send(Command.send(script, turn, conversation));
        }
    }

    @Override
    public void event(String type, JsonNode frame) {
        if (type.equals("conversation")) {
            var conversation = frame.path("conversation");
            boolean mine =
                    conversation.path("state").asText().equals("ACTIVE")
                            && conversation.path("agent").asText().equals(signedIn.agent());
            if (mine) {
                given(conversation);
            } else {
                taken(conversation.path("id").asText());
            }
        } else if (type.equals("presence")) {
            var presence = frame.path("presence");
            if (presence.path("agent").asText().equals(signedIn.agent())) {
                stayOnline(presence);
            }
        }
    }

    @Override
    public void acknowledged(Command command, JsonNode ack) {
        gone |= leaving && command.type().equals("presence");
    }

    @Override
    public void refused(Command command, String reason) {
        gone |= leaving && command.type().equals("presence");
        if (command.type().equals("send")) {
            // The conversation has gone to somebody else, who reads it from the start.
            taken(command.conversation());
        }
    }

    @Override
    public void dismissed() {
        dismissed = true;
    }

    @Override
    public boolean over() {
        if (wantedHome && !leaving) {
            leaving = true;
            seat.send(Command.presence("OFFLINE"));
        }
        return gone;
    }
}
