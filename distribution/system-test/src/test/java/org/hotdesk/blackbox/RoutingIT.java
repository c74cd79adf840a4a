package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.fixture.Administrator;
import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** Rules, settings and entry points are changed while the server runs, and outlive it. */
class RoutingIT {
    private static final String SOURCE = "/settings/org.hotdesk.routing.source";
    private static final String RETURNING = "/settings/org.hotdesk.routing.returning";
    private static final String RULES =
            """
            {"values": {"rules": "[{\\"name\\": \\"returns\\", \\"all\\": [{\\"fact\\": \\"keyword\\",
             \\"operator\\": \\"contains\\", \\"value\\": \\"退货\\"}], \\"priority\\": 7}]"}}
            """
                    .replace("\n", "");

    @TempDir Path folder;

    @Test
    void rules_hold_for_the_next_conversation_and_after_a_crash() throws Exception {
        Installation installation = Installation.in(folder, Map.of());
        try (RunningServer server = RunningServer.start(installation)) {
            Administrator admin = Administrator.of(installation);
            assertFormsAreThereInBothLanguages(admin);
            assertNonsenseIsRefused(admin);
            assertThat(admin.put(SOURCE, "0", RULES).statusCode()).isEqualTo(200);
            assertThat(priority(admin, Shopper.of(installation))).isEqualTo(7);

            String checkOut =
                    "{\"name\":{\"zhCn\":\"结账\",\"en\":\"Check-out\"},\"team\":\"1\","
                            + "\"strategies\":[\"source\",\"load\",\"round-robin\"]}";
            assertThat(admin.put("/entry-points/check-out", "0", checkOut).statusCode())
                    .isEqualTo(200);
            assertThat(admin.put("/entry-points/check-out", "0", checkOut).statusCode())
                    .isEqualTo(412);
            server.kill();
            server.startAgain();

            admin = Administrator.of(installation);
            Shopper shopper = Shopper.of(installation);
            assertThat(priority(admin, shopper)).as("after a crash").isEqualTo(7);
            JsonNode history = admin.get("/entry-points/check-out/history").get("items");
            assertThat(history).hasSize(1);
            assertThat(history.get(0).get("changedBy").asText()).isNotEmpty();
        }
    }

    private static void assertFormsAreThereInBothLanguages(Administrator admin) {
        JsonNode form = admin.get(RETURNING);
        assertThat(form.get("name").get("zhCn").asText()).isEqualTo("熟客");
        assertThat(form.get("name").get("en").asText()).isEqualTo("Returning customer");
        JsonNode wait = form.get("fields").get(0);
        assertThat(wait.get("id").asText()).isEqualTo("waitSeconds");
        assertThat(wait.get("value").asText()).isEqualTo("30");
        assertThat(wait.get("most").asText()).isEqualTo("600");
    }

    private static void assertNonsenseIsRefused(Administrator admin) {
        HttpResponse<String> tooLong =
                admin.put(RETURNING, "0", "{\"values\":{\"waitSeconds\":\"601\"}}");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(Administrator.json(tooLong).get("field").asText()).isEqualTo("waitSeconds");
        HttpResponse<String> noRule = admin.put(SOURCE, "0", "{\"values\":{\"rules\":\"[{}]\"}}");
        assertThat(noRule.statusCode()).isEqualTo(422);
        assertThat(Administrator.json(noRule).get("detail").asText()).contains("name");
    }

    private static int priority(Administrator admin, Shopper shopper) {
        String id = shopper.ask("check-out", "怎么退货？");
        JsonNode reception = admin.get("/conversations/" + id + "/reception");
        JsonNode source = reception.get("steps").get(0);
        assertThat(source.get("strategy").asText()).isEqualTo("source");
        assertThat(source.get("by").get("version").asText()).isNotEmpty();
        return reception.get("priority").asInt();
    }
}
