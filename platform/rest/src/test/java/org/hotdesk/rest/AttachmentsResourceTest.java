package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.rest.RestServer.send;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Attachments;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Note;
import org.hotdesk.api.conversation.Notes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Files go out so that no browser runs them; what is the staff's stays with the staff. */
class AttachmentsResourceTest {
    private RestServer server;

    @BeforeEach
    void start() throws Exception {
        server =
                new RestServer(
                        new AttachmentsResource(new OneFile()), new NotesResource(new OneNote()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder asVisitor(String path) {
        return server.request(path).header("Authorization", "Visitor four");
    }

    @Test
    void a_file_is_uploaded_as_the_body_under_its_name() throws Exception {
        var answer =
                send(
                        asVisitor("/attachments?name=%E6%88%AA%E5%9B%BE.png")
                                .header("Content-Type", "application/octet-stream")
                                .POST(HttpRequest.BodyPublishers.ofString("bytes")));
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .contains("\"id\":\"9\"", "\"name\":\"截图.png\"", "\"size\":5", "\"width\":0");
    }

    @Test
    void a_file_comes_with_headers_that_keep_a_browser_from_running_it() throws Exception {
        var answer = send(asVisitor("/attachments/9"));
        assertThat(answer.body()).isEqualTo("<script>");
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Type")).contains("text/plain");
        assertThat(headers.firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''%E6%88%AA%20%E5%9B%BE.txt");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; sandbox");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).startsWith("private");
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void who_may_not_read_a_file_learns_nothing_of_it() throws Exception {
        assertThat(send(server.request("/attachments/9")).statusCode()).isEqualTo(401);
        assertThat(send(asVisitor("/attachments/10")).statusCode()).isEqualTo(404);
        assertThat(send(asVisitor("/attachments/../../etc")).statusCode()).isNotEqualTo(200);
    }

    @Test
    void a_visitor_who_asks_for_notes_gets_none() throws Exception {
        var answer = send(asVisitor("/conversations/1/notes"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("secret-note");
        assertThat(send(server.asAdmin("/conversations/1/notes")).body()).contains("secret-note");
    }

    private static final class OneFile implements Attachments {
        @Override
        public Attachment upload(Actor actor, String name, InputStream bytes) {
            try {
                return new Attachment(
                        new AttachmentId(9), name, "text/plain", bytes.readAllBytes().length, 0, 0);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public Content read(Actor actor, AttachmentId id) {
            if (id.value() != 9) {
                throw Fault.notFound("attachment", id);
            }
            var bytes = "<script>".getBytes(StandardCharsets.UTF_8);
            return new Content(
                    "截 图.txt", "text/plain", bytes.length, new ByteArrayInputStream(bytes));
        }

        @Override
        public Content thumbnail(Actor actor, AttachmentId id) {
            return read(actor, id);
        }
    }

    private static final class OneNote implements Notes {
        @Override
        public Note write(Actor actor, ConversationId id, Draft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Note recall(Actor actor, ConversationId id, long number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Note> list(Actor actor, ConversationId id) {
            return List.of(
                    new Note(
                            id,
                            1,
                            1,
                            "n",
                            new Author(Author.Side.AGENT, 1, "张敏"),
                            "secret-note",
                            Instant.EPOCH,
                            false));
        }
    }
}
