package org.hotdesk.benchmark.replay;

import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.Rest;

/**
 * A session of a member of staff.
 *
 * @param agent the id of that member
 */
record SignedIn(String agent, String authorization) {

    static SignedIn as(Rest rest, Account account, Patience patience) throws Patience.Exhausted {
        var body = Json.object().put("login", account.login()).put("password", account.password());
        var call = Call.of("POST", "api/v1/session", body).with("Accept-Token", "true");
        var answer = rest.insist(call, patience).orRefuse("Signing in as " + account.login());
        return new SignedIn(
                answer.body().path("agent").path("id").asText(),
                "Bearer " + answer.body().path("token").asText());
    }

    void signOut(Rest rest, Patience patience) throws Patience.Exhausted {
        rest.insist(Call.of("DELETE", "api/v1/session").as(authorization), patience);
    }
}
