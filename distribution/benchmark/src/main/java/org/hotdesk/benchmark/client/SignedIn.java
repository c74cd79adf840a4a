package org.hotdesk.benchmark.client;

/**
 * A session of a member of staff.
 *
 * @param agent the id of that member
 */
public record SignedIn(String agent, String authorization) {

    /** Signs in, or ends the program when that is refused. */
    public static SignedIn as(Rest rest, Account account, Patience patience)
            throws Patience.Exhausted {
        var body = Json.object().put("login", account.login()).put("password", account.password());
        var call = Call.of("POST", "api/v1/session", body).with("Accept-Token", "true");
        var answer = rest.insist(call, patience).orRefuse("Signing in as " + account.login());
        return new SignedIn(
                answer.body().path("agent").path("id").asText(),
                "Bearer " + answer.body().path("token").asText());
    }

    /** Ends the session. */
    public void signOut(Rest rest, Patience patience) throws Patience.Exhausted {
        rest.insist(Call.of("DELETE", "api/v1/session").as(authorization), patience);
    }
}
