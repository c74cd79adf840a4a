package org.hotdesk.benchmark.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What an administrator does for a run: finds, hires and dismisses agents. */
public final class Staff {
    private static final String AGENTS = "api/v1/agents";

    private final Rest rest;
    private final Patience patience;
    private final SignedIn administrator;

    /** An agent who takes part; {@code temporary} when hired for the run. */
    public record Member(Account account, String id, String team, boolean temporary) {}

    private Staff(Rest rest, Patience patience, SignedIn administrator) {
        this.rest = rest;
        this.patience = patience;
        this.administrator = administrator;
    }

    /** Signs in as administrator; without a password as that of a demo server. */
    public static Staff of(Rest rest, Optional<String> adminPassword, Patience patience)
            throws Patience.Exhausted {
        var account =
                adminPassword
                        .map(password -> new Account("admin", password))
                        .orElseGet(() -> Account.sample("admin"));
        return new Staff(rest, patience, SignedIn.as(rest, account, patience));
    }

    /** Calls as the administrator, again and again while the server is away. */
    public Answer call(Call call) throws Patience.Exhausted {
        return rest.insist(call.as(administrator.authorization()), patience);
    }

    /** What the administrator signs requests with. */
    public String authorization() {
        return administrator.authorization();
    }

    /** Everybody, by login. */
    public Map<String, JsonNode> known() throws Patience.Exhausted {
        var byLogin = new TreeMap<String, JsonNode>();
        var cursor = "";
        do {
            var page = call(Call.get(AGENTS + cursor)).orRefuse("Listing the agents").body();
            page.path("items").forEach(agent -> byLogin.put(agent.path("login").asText(), agent));
            cursor = page.path("next").isTextual() ? "?cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return byLogin;
    }

    /** Makes a team, and tells its id. */
    public String found(String name) throws Patience.Exhausted {
        var body = Json.object();
        body.putObject("name").put("zhCn", name).put("en", name);
        var made = call(Call.of("POST", "api/v1/teams", body)).orRefuse("Founding " + name);
        return made.body().path("id").asText();
    }

    /** Makes an agent of the first team, or takes the one of an earlier run again. */
    public Member hire(Map<String, JsonNode> known, String login, int capacity)
            throws Patience.Exhausted {
        return hire(known, login, capacity, firstTeam());
    }

    /** Makes an agent of a team, or takes the one of an earlier run again. */
    public Member hire(Map<String, JsonNode> known, String login, int capacity, String team)
            throws Patience.Exhausted {
        var account = new Account(login, UUID.randomUUID().toString());
        var details = details(login, team, Math.clamp(capacity, 1, 100));
        var former = known.get(login);
        if (former == null) {
            var created = Call.of("POST", AGENTS, details.put("password", account.password()));
            var agent = call(created).orRefuse("Creating " + login).body();
            return new Member(account, agent.path("id").asText(), team, true);
        }
        var id = former.path("id").asText();
        change(id, details);
        var password = Json.object().put("password", account.password());
        call(Call.of("PUT", AGENTS + "/" + id + "/password", password))
                .orRefuse("Setting the password of " + login);
        return new Member(account, id, team, true);
    }

    /** Deactivates an agent who was hired for the run. */
    public void dismiss(Member member) throws Patience.Exhausted {
        if (member.temporary()) {
            var details = details(member.account().login(), member.team(), 1);
            change(member.id(), details.put("active", false));
        }
    }

    private void change(String id, ObjectNode details) throws Patience.Exhausted {
        var now = call(Call.get(AGENTS + "/" + id)).orRefuse("Reading agent " + id);
        var change = Call.of("PUT", AGENTS + "/" + id, details);
        call(change.with("If-Match", now.tag().orElse("*"))).orRefuse("Changing agent " + id);
    }

    private static ObjectNode details(String login, String team, int capacity) {
        var details = Json.object().put("login", login).put("name", login);
        details.put("role", "AGENT").put("capacity", capacity).put("active", true);
        details.putArray("skills");
        details.putArray("teams").add(team);
        return details;
    }

    private String firstTeam() throws Patience.Exhausted {
        var teams = call(Call.get("api/v1/teams")).orRefuse("Listing the teams").body();
        var first = teams.path("items").path(0).path("id");
        if (first.isMissingNode()) {
            throw Refusal.failure("The server has no team");
        }
        return first.asText();
    }

    /** Signs out. */
    public void leave() throws Patience.Exhausted {
        administrator.signOut(rest, patience);
    }
}
