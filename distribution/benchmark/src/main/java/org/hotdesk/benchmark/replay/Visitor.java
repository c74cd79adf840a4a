package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.Patience;

import java.util.Map;
import java.util.Optional;

/** Plays the customer of one recording, from arrival to goodbye. */
final class Visitor implements Part {
    private final Script script;
    private final Scripts scripts;
    private final Optional<String> team;
    private final Place place;
    private final Seat seat;
    private final String token;
    private boolean opening;
    private boolean atDesk;
    private boolean closing;
    private boolean gone;

    private Visitor(
            Stage stage, Scripts scripts, Script script, Optional<String> team, String token) {
        this.script = script;
        this.scripts = scripts;
        this.team = team;
        this.token = token;
        this.place = new Place(script, Speaker.CUSTOMER);
        this.seat = new Seat(stage, this);
    }

    /** Arrives on the site and plays the script; returns when all is said or cannot be. */
    static void play(Stage stage, Scripts scripts, Script script, Optional<String> team)
            throws Patience.Exhausted {
        var arrival = Json.object().put("url", "https://shop.example/orders");
        arrival.put("title", "Orders").put("language", script.recording().language());
        var answer =
                stage.rest().insist(Call.of("POST", "api/v1/visitors", arrival), stage.patience());
        if (!answer.ok()) {
            script.fail("the visitor was refused: " + answer.reason());
            return;
        }
        var token = answer.body().path("token").asText();
        var visitor = new Visitor(stage, scripts, script, team, token);
        script.whenComplete(visitor.seat::nudge);
        visitor.seat.run();
        if (script.complete()) {
            stage.tally().finished();
        }
    }

    @Override
    public String path() {
        return "/live/visitor";
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public ObjectNode hello() {
        var hello = Json.frame("hello").put("token", token);
        script.conversation()
                .ifPresent(id -> hello.put("conversation", id).put("seen", seat.seen().upTo(id)));
        return hello;
    }

    @Override
    public void welcomed(JsonNode welcome) {
        look(welcome.path("conversation"));
        advance();
    }

    @Override
    public void heard(Heard line) {
        scripts.cue(line.clientId())
                .filter(cue -> cue.script() == script)
                .ifPresent(
                        cue -> {
                            place.heard(cue.turn());
                            if (script.line(cue.turn()).speaker() == Speaker.AGENT) {
                                script.delivered(cue.turn(), line.text(), line.at());
                            }
                        });
        advance();
    }

    @Override
    public void event(String type, JsonNode frame) {
        if (type.equals("conversation")) {
            look(frame.path("conversation"));
        }
    }

    private void look(JsonNode conversation) {
        var state = conversation.path("state").asText("");
        atDesk = state.equals("ACTIVE");
        boolean ended = state.equals("CLOSED") || state.equals("ABANDONED");
        if (ended && !closing && !script.complete()) {
            script.fail("the conversation was ended by somebody else");
            gone = true;
        }
    }

    private void advance() {
        if (script.conversation().isEmpty()) {
            if (!opening) {
                opening = true;
                script.sent(0, false);
                seat.send(Command.open(script, team));
            }
            return;
        }
        var conversation = script.conversation().get();
        place.heard(0);
        for (int turn : place.due()) {
            script.sent(turn, atDesk);
            seat.send(Command.send(script, turn, conversation));
        }
    }

    @Override
    public void acknowledged(Command command, JsonNode ack) {
        if (command.type().equals("open")) {
            var conversation = ack.path("conversation");
            var id = conversation.isObject() ? conversation.path("id") : conversation;
            script.opened(id.asText());
            advance();
        } else if (command.type().equals("close")) {
            gone = true;
        }
    }

    @Override
    public void refused(Command command, String reason) {
        if (command.type().equals("fetch")) {
            return;
        }
        if (!command.type().equals("close")) {
            script.fail(command.type() + " was refused: " + reason);
        }
        gone = true;
    }

    @Override
    public void dismissed() {
        script.fail("the server does not know the visitor any more");
        gone = true;
    }

    @Override
    public boolean over() {
        if (script.complete() && !closing) {
            closing = true;
            script.conversation().ifPresent(id -> seat.send(Command.close(id)));
        }
        return gone;
    }
}
