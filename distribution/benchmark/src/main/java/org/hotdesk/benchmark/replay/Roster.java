package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Answer;
import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.Refusal;
import org.hotdesk.benchmark.client.Rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The agents of a run: a demo server's sample agents first, then temporary ones that are
 * deactivated when the run is over.
 */
final class Roster {
    private static final String AGENTS = "api/v1/agents";

    private final Rest rest;
    private final Patience patience;
    private final SignedIn administrator;
    private final List<Member> members = new ArrayList<>();

    /** An agent who takes part. */
    record Member(Account account, String team, boolean temporary, String id) {}

    private Roster(Rest rest, Patience patience, SignedIn administrator) {
        this.rest = rest;
        this.patience = patience;
        this.administrator = administrator;
    }

    /** Signs in as administrator and finds or makes as many agents as are wanted. */
    static Roster of(Rest rest, Settings settings, Patience patience) throws Patience.Exhausted {
        var account =
                settings.adminPassword()
                        .map(password -> new Account("admin", password))
                        .orElseGet(() -> Account.sample("admin"));
        var roster = new Roster(rest, patience, SignedIn.as(rest, account, patience));
        var known = roster.known();
        if (settings.adminPassword().isEmpty()) {
            roster.takeSamples(known, settings.agents());
        }
        int capacity = Math.max(1, Math.ceilDiv(settings.visitors(), settings.agents()));
        for (int i = 1; roster.members.size() < settings.agents(); i++) {
            roster.hire(known, "replay-agent-" + i, capacity);
        }
        return roster;
    }

    private Map<String, JsonNode> known() throws Patience.Exhausted {
        var byLogin = new TreeMap<String, JsonNode>();
        var cursor = "";
        do {
            var page = call(Call.get(AGENTS + cursor)).orRefuse("Listing the agents").body();
            page.path("items").forEach(agent -> byLogin.put(agent.path("login").asText(), agent));
            cursor = page.path("next").isTextual() ? "?cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return byLogin;
    }

    private void takeSamples(Map<String, JsonNode> known, int wanted) {
        for (int i = 1; i <= 8 && members.size() < wanted; i++) {
            var login = "agent" + i;
            var agent = known.get(login);
            if (agent != null && agent.path("active").asBoolean()) {
                var team = agent.path("teams").path(0).asText();
                members.add(new Member(Account.sample(login), team, false, id(agent)));
            }
        }
    }

    private void hire(Map<String, JsonNode> known, String login, int capacity)
            throws Patience.Exhausted {
        var account = new Account(login, UUID.randomUUID().toString());
        var team = defaultTeam();
        var details = details(login, team, capacity);
        var former = known.get(login);
        String id;
        if (former == null) {
            var created = Call.of("POST", AGENTS, details.put("password", account.password()));
            id = id(call(created).orRefuse("Creating " + login).body());
        } else {
            id = id(former);
            change(id, details);
            var password = Json.object().put("password", account.password());
            call(Call.of("PUT", AGENTS + "/" + id + "/password", password))
                    .orRefuse("Setting the password of " + login);
        }
        members.add(new Member(account, team, true, id));
    }

    private static String id(JsonNode agent) {
        return agent.path("id").asText();
    }

    private static ObjectNode details(String login, String team, int capacity) {
        var details = Json.object().put("login", login).put("name", "Replay " + login);
        details.put("role", "AGENT").put("capacity", capacity).put("active", true);
        details.putArray("skills");
        details.putArray("teams").add(team);
        return details;
    }

    private String defaultTeam() throws Patience.Exhausted {
        var teams = call(Call.get("api/v1/teams")).orRefuse("Listing the teams").body();
        var first = teams.path("items").path(0).path("id");
        if (first.isMissingNode()) {
            throw Refusal.failure("The server has no team");
        }
        return first.asText();
    }

    private void change(String id, ObjectNode details) throws Patience.Exhausted {
        var now = call(Call.get(AGENTS + "/" + id)).orRefuse("Reading agent " + id);
        var change = Call.of("PUT", AGENTS + "/" + id, details);
        call(change.with("If-Match", now.tag().orElse("*"))).orRefuse("Changing agent " + id);
    }

    /** Sends the temporary agents away. */
    void dissolve() throws Patience.Exhausted {
        for (var member : members) {
            if (member.temporary()) {
                var details = details(member.account().login(), member.team(), 1);
                change(member.id(), details.put("active", false));
            }
        }
        administrator.signOut(rest, patience);
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    /** Calls as the administrator, again and again while the server is away. */
    Answer call(Call call) throws Patience.Exhausted {
        return rest.insist(call.as(administrator.authorization()), patience);
    }
}
