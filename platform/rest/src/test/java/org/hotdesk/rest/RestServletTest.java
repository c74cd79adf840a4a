package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.rest.RestServer.json;
import static org.hotdesk.rest.RestServer.send;

import org.hotdesk.api.Page;
import org.hotdesk.api.conversation.ConversationFilter;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Decisions;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.TeamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Proxy;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What holds for every address: who asks, how values look, and what is said when it fails. */
class RestServletTest {
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        var staff = new FakeStaff();
        server =
                new RestServer(
                        new AgentsResource(
                                staff,
                                unused(Presences.class),
                                staff,
                                new RestServer.DirectCreation()),
                        new VisitorsResource(
                                new FakeVisitors(),
                                unused(Conversations.class),
                                RestServer.limits(3)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** A service that a test has no use for. */
    private static <S> S unused(Class<S> service) {
        return service(
                service,
                arguments -> {
                    throw new UnsupportedOperationException();
                });
    }

    private static <S> S service(Class<S> service, Function<Object[], Object> answer) {
        return service.cast(
                Proxy.newProxyInstance(
                        service.getClassLoader(),
                        new Class<?>[] {service},
                        (proxy, method, arguments) -> answer.apply(arguments)));
    }

    @Test
    void signing_in_sets_a_cookie_that_scripts_cannot_read() throws Exception {
        var answer =
                send(
                        json(
                                server.request("/session"),
                                "POST",
                                "{'login':'admin','password':'right'}"));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("hotdesk-session=secret", "HttpOnly", "SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
        assertThat(answer.body())
                .contains("\"csrf\":\"csrf-1\"", "\"token\":null", "\"staff.manage\"")
                .contains("\"expires\":\"2026-11-22T00:00:00.000000Z\"");
    }

    @Test
    void a_program_gets_its_token_instead_of_a_cookie() throws Exception {
        var answer =
                send(
                        json(
                                server.request("/session").header("Accept-Token", "true"),
                                "POST",
                                "{'login':'admin','password':'right'}"));
        assertThat(answer.body()).contains("\"token\":\"secret\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void a_problem_speaks_the_language_of_its_reader() throws Exception {
        var answer =
                send(
                        server.request("/agents")
                                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"));

        assertThat(answer.headers().firstValue("Content-Language")).contains("zh-CN");
        assertThat(answer.body()).contains("\"title\":\"未登录\"", "\"detail\":\"请先登录。\"");
        var english =
                send(server.request("/agents").header("Accept-Language", "de, en;q=0.5, zh;q=0.1"));
        assertThat(english.body()).contains("\"detail\":\"Sign in first.\"");
        var garbage = send(server.request("/agents").header("Accept-Language", "!;q=what"));
        assertThat(garbage.statusCode()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_is_a_problem_document() throws Exception {
        var answer =
                send(json(server.request("/session"), "POST", "{'login':'admin','password':'x'}"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"type\":\"/problems/sign-in-failed\",\"title\":\"Not signed in\","
                                + "\"status\":401,\"detail\":\"Login or password is wrong.\","
                                + "\"code\":\"sign-in-failed\",\"field\":null}");
    }

    @Test
    void nobody_in_particular_is_told_to_sign_in() throws Exception {
        assertThat(send(server.request("/teams")).statusCode()).isEqualTo(401);
        assertThat(send(server.request("/teams").header("Authorization", "Bearer wrong")).body())
                .contains("token-unknown");
        assertThat(send(server.request("/teams").header("Authorization", "Visitor four")).body())
                .contains("staff-only");
    }

    @Test
    void a_change_by_cookie_needs_the_csrf_header() throws Exception {
        var without = server.request("/teams").header("Cookie", "hotdesk-session=secret");
        var body = "{'name':{'zhCn':'售前','en':'Pre-sales'}}";
        assertThat(send(json(without, "POST", body)).body()).contains("\"code\":\"csrf\"");
        var with =
                server.request("/teams")
                        .header("Cookie", "hotdesk-session=secret")
                        .header("X-CSRF-Token", "csrf-1");
        var answer = send(json(with, "POST", body));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"id\":\"1\",\"name\":{\"zhCn\":\"售前\",\"en\":\"Pre-sales\"},\"version\":7}");
    }

    @Test
    void whoever_changes_a_thing_says_which_version() throws Exception {
        var body = "{'name':{'zhCn':'售前','en':'Pre-sales'}}";
        var created = send(json(server.asAdmin("/teams"), "POST", body));
        assertThat(created.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(send(json(server.asAdmin("/teams/1"), "PUT", body)).statusCode()).isEqualTo(428);
        var stale = server.asAdmin("/teams/1").header("If-Match", "\"6\"");
        assertThat(send(json(stale, "PUT", body)).statusCode()).isEqualTo(412);
        var right = server.asAdmin("/teams/1").header("If-Match", "\"7\"");
        assertThat(send(json(right, "PUT", body)).headers().firstValue("ETag")).contains("\"8\"");
    }

    @Test
    void input_that_is_wrong_is_named_by_its_field() throws Exception {
        var unknown =
                json(server.asAdmin("/teams"), "POST", "{'name':{'zhCn':'a','en':'b','fr':'c'}}");
        assertThat(send(unknown).body())
                .contains("\"status\":422", "unknown-field", "\"field\":\"name.fr\"");
        var missing = json(server.asAdmin("/teams"), "POST", "{}");
        assertThat(send(missing).body()).contains("\"status\":422", "\"field\":\"name\"");
        var broken = json(server.asAdmin("/teams"), "POST", "{");
        assertThat(send(broken).body()).contains("\"status\":400", "bad-json");
        var empty = json(server.asAdmin("/teams"), "POST", "");
        assertThat(send(empty).statusCode()).isBetween(400, 422);
        var number = json(server.asAdmin("/agents"), "POST", "{'login':'x','teams':[1]}");
        assertThat(send(number).body()).contains("\"status\":422", "\"field\":\"teams.0\"");
    }

    @Test
    void what_is_not_there_is_said_in_the_same_way() throws Exception {
        assertThat(send(server.asAdmin("/nothing")).body()).contains("\"status\":404", "not-found");
        assertThat(send(server.asAdmin("/teams/x")).body()).contains("team-not-found");
        var patched = server.asAdmin("/teams").method("PATCH", HttpRequest.BodyPublishers.noBody());
        var answer = send(patched);
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElseThrow()).contains("GET", "POST");
        var text =
                server.asAdmin("/teams")
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("x"));
        assertThat(send(text).statusCode()).isEqualTo(415);
        var html = server.asAdmin("/teams").header("Accept", "text/html");
        assertThat(send(html).statusCode()).isEqualTo(406);
        var large = json(server.asAdmin("/teams"), "POST", "x".repeat(1_100_000));
        assertThat(send(large).statusCode()).isEqualTo(413);
    }

    @Test
    void a_fault_of_ours_tells_a_number_and_nothing_else() throws Exception {
        var body =
                "{'login':'x','name':'X','role':'AGENT','teams':['1'],'skills':[],'capacity':3,"
                        + "'active':true,'password':'long enough'}";
        var answer = send(json(server.asAdmin("/agents"), "POST", body));
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("internal").doesNotContain("fire");
    }

    @Test
    void a_shop_page_may_take_in_a_visitor_but_not_too_many() throws Exception {
        var preflight =
                server.request("/visitors")
                        .header("Origin", "https://shop.example")
                        .header("Access-Control-Request-Method", "POST")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody());
        var allowed = send(preflight);
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var body = "{'url':'https://shop.example/','title':'Shop','language':'zh-CN'}";
        for (var i = 0; i < 3; i++) {
            assertThat(send(json(server.request("/visitors"), "POST", body)).body())
                    .isEqualTo("{\"visitor\":\"4\",\"token\":\"four\"}");
        }
        assertThat(send(json(server.request("/visitors"), "POST", body)).statusCode())
                .isEqualTo(429);
        assertThat(send(server.asAdmin("/teams")).headers().map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void a_list_is_filtered_by_what_is_asked_for() throws Exception {
        var asked = new ArrayList<Object>();
        var conversations =
                service(
                        Conversations.class,
                        arguments -> {
                            asked.add(arguments[1]);
                            return new Page<>(List.of(), Optional.empty());
                        });
        var resource = new ConversationsResource(conversations, unused(Decisions.class));
        try (var other = new RestServer(resource)) {
            var all = send(other.asAdmin("/conversations"));
            assertThat(all.body()).isEqualTo("{\"items\":[],\"next\":null}");
            send(other.asAdmin("/conversations?state=QUEUED,ACTIVE&agent=me&team=2&visitor=4"));
            send(other.request("/conversations").header("Authorization", "Visitor four"));
            assertThat(send(other.asAdmin("/conversations?state=LOST")).statusCode())
                    .isEqualTo(422);
        }
        assertThat(asked)
                .containsExactly(
                        ConversationFilter.in(),
                        ConversationFilter.in(ConversationState.QUEUED, ConversationState.ACTIVE)
                                .of(new AgentId(1))
                                .of(new TeamId(2))
                                .of(new VisitorId(4)),
                        ConversationFilter.in().of(new VisitorId(4)));
    }

    @Test
    void every_answer_carries_the_security_headers() throws Exception {
        var headers = send(server.asAdmin("/agents")).headers();
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("'none'");
    }
}
