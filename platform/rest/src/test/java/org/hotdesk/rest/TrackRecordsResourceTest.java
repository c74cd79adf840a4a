package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.rest.RestServer.json;
import static org.hotdesk.rest.RestServer.send;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.routing.TrackRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What the site tells of a conversation is heard beside the resource of conversations. */
class TrackRecordsResourceTest {
    private final List<ConversationId> converted = new ArrayList<>();
    private RestServer server;

    /** Where the conversations are. */
    @Path("conversations")
    public static final class Beside implements Resource {
        @GET
        @Path("{id}")
        public String find() {
            return "{}";
        }
    }

    @BeforeEach
    void start() throws Exception {
        var heard = new Heard();
        server =
                new RestServer(
                        new Beside(),
                        new TrackRecordsResource(heard),
                        new ConversionsResource(heard));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_order_is_told_of_a_conversation() throws Exception {
        var told = send(json(server.asAdmin("/conversations/7/conversion"), "POST", "{}"));

        assertThat(told.statusCode()).isEqualTo(204);
        assertThat(converted).containsExactly(new ConversationId(7));
    }

    @Test
    void records_are_listed() throws Exception {
        assertThat(send(server.asAdmin("/track-records?days=30")).statusCode()).isEqualTo(200);
    }

    private final class Heard implements TrackRecords {
        @Override
        public List<TrackRecord> of(String category, int days) {
            return List.of();
        }

        @Override
        public void converted(Actor actor, ConversationId conversation) {
            converted.add(conversation);
        }
    }
}
