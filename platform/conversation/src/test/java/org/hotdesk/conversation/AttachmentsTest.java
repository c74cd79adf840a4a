package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.Attachments;
import org.hotdesk.api.conversation.Card;
import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.ConversationState;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.desk.Desk;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import javax.imageio.ImageIO;

@OnBothDatabases
class AttachmentsTest {
    private static final Actor VISITOR = Helpdesk.visitor(7);

    private Helpdesk helpdesk;
    private Actor agent = Helpdesk.visitor(0);
    private ConversationId id = new ConversationId(0);

    @BeforeEach
    void talk(TestDatabase database) {
        helpdesk = new Helpdesk(database, 1);
        agent = Desk.actor(helpdesk.agent(1, Presence.ONLINE, 3));
        id = helpdesk.open(7, "a", "你好").id();
        await().until(() -> helpdesk.find(id).state() == ConversationState.ACTIVE);
    }

    @AfterEach
    void close() {
        helpdesk.close();
    }

    private Attachment upload(Actor actor, String name, byte[] bytes) {
        return helpdesk.attachments.upload(actor, name, new ByteArrayInputStream(bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] image(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private Message send(Actor actor, String clientId, Attachment file) {
        return helpdesk.conversations
                .post(actor, id, withFile(clientId, file))
                .toCompletableFuture()
                .join();
    }

    private static Draft withFile(String clientId, Attachment file) {
        return new Draft(clientId, "", Optional.of(file.id()), Optional.empty(), false);
    }

    private static byte[] bytes(Attachments.Content content) throws IOException {
        try (var in = content.bytes()) {
            return in.readAllBytes();
        }
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run)
                .satisfies(
                        thrown -> {
                            Throwable cause =
                                    thrown.getCause() == null ? thrown : thrown.getCause();
                            assertThat(((Fault) cause).code()).isEqualTo(code);
                        });
    }

    @Test
    void a_picture_goes_to_the_other_side_with_its_size_and_a_small_one() throws IOException {
        Attachment file = upload(VISITOR, "C:\\fakepath\\截图.png", image(1600, 800));
        assertThat(file.name()).isEqualTo("截图.png");
        assertThat(file.width()).isEqualTo(1600);
        refused(() -> helpdesk.attachments.read(agent, file.id()), "attachment-not-found");

        Message message = send(VISITOR, "b", file);

        assertThat(message.kind()).isEqualTo(Message.Kind.IMAGE);
        assertThat(message.attachment()).hasValue(file);
        assertThat(helpdesk.conversations.after(agent, id, 2, 10)).containsExactly(message);
        assertThat(helpdesk.find(id).last().map(Conversation.Last::text)).hasValue("截图.png");
        byte[] small = bytes(helpdesk.attachments.thumbnail(agent, file.id()));
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(shown.getWidth()).isEqualTo(480);
        assertThat(shown.getHeight()).isEqualTo(240);
    }

    @Test
    void what_a_file_is_is_found_by_its_bytes() throws IOException {
        Attachment file = upload(VISITOR, "holiday.png", text("%PDF-1.7 …"));
        assertThat(file.type()).isEqualTo("application/pdf");
        assertThat(send(VISITOR, "b", file).kind()).isEqualTo(Message.Kind.FILE);

        refused(() -> upload(VISITOR, "a.txt", text("<html><script>")), "file-type-refused");
        refused(() -> upload(VISITOR, "a.png", text("MZ\u0000\u0001")), "file-type-refused");
        refused(() -> upload(VISITOR, "a.txt", text("")), "file-empty");
        refused(() -> upload(VISITOR, "a.txt", new byte[] {}), "file-empty");
        refused(() -> upload(VISITOR, "a.txt", text("x".repeat(2 << 20))), "file-too-large");
        byte[] broken = Arrays.copyOf(image(20, 20), 40);
        refused(() -> upload(VISITOR, "a.png", broken), "image-unreadable");
    }

    @Test
    void an_image_that_unpacks_to_gigabytes_is_refused_before_it_is_unpacked() throws IOException {
        byte[] bomb = image(10, 10);
        bomb[18] = (byte) 0xff;
        bomb[22] = (byte) 0xff;

        refused(() -> upload(VISITOR, "bomb.png", bomb), "image-too-large");
    }

    @Test
    void a_file_belongs_to_who_uploaded_it_and_to_one_conversation() {
        Attachment file = upload(VISITOR, "a.txt", text("mine"));
        refused(() -> send(agent, "x", file), "attachment-not-found");
        send(VISITOR, "b", file);

        ConversationId other = helpdesk.open(8, "a", "hello").id();
        refused(
                () -> helpdesk.attachments.read(Helpdesk.visitor(8), file.id()),
                "attachment-not-found");
        refused(
                () ->
                        helpdesk.conversations
                                .post(
                                        Helpdesk.visitor(8),
                                        other,
                                        new Draft(
                                                "y",
                                                "",
                                                Optional.of(file.id()),
                                                Optional.empty(),
                                                false))
                                .toCompletableFuture()
                                .join(),
                "attachment-not-found");
    }

    @Test
    void a_message_with_a_file_sent_twice_is_one_message() {
        Attachment file = upload(VISITOR, "a.txt", text("mine"));

        assertThat(send(VISITOR, "b", file)).isEqualTo(send(VISITOR, "b", file));
    }

    @Test
    void a_visitor_without_a_conversation_uploads_nothing() {
        refused(() -> upload(Helpdesk.visitor(9), "a.txt", text("x")), "no-conversation");
        refused(
                () ->
                        helpdesk.conversations.open(
                                Helpdesk.visitor(9),
                                new Opening(
                                        Optional.empty(),
                                        "en",
                                        new Draft(
                                                "z",
                                                "hi",
                                                Optional.of(upload(VISITOR, "a", text("x")).id()),
                                                Optional.empty(),
                                                false))),
                "text-first");
    }

    @Test
    void what_was_never_sent_and_what_was_taken_back_is_removed_after_a_day() {
        Attachment sent = upload(VISITOR, "sent.txt", text("sent"));
        Attachment back = upload(VISITOR, "back.txt", text("back"));
        upload(VISITOR, "left.txt", text("left"));
        send(VISITOR, "b", sent);
        long seq = send(VISITOR, "c", back).seq();
        helpdesk.conversations.recall(VISITOR, id, seq);
        refused(() -> helpdesk.attachments.read(agent, back.id()), "attachment-not-found");

        helpdesk.clock.forward(Duration.ofHours(25));
        helpdesk.attachments.sweep();

        assertThat(helpdesk.files.kept.values())
                .extracting(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .containsExactly("sent");
    }

    private static Card order(String url) {
        return new Card(
                Card.Kind.ORDER,
                "订单 20261120-88731",
                Optional.empty(),
                Optional.of("¥299.00"),
                Optional.of("20261120-88731"),
                Optional.of("shipped"),
                Optional.of(url),
                Optional.empty());
    }

    private Message show(String clientId, Card card) {
        return helpdesk.conversations
                .post(
                        VISITOR,
                        id,
                        new Draft(clientId, "", Optional.empty(), Optional.of(card), false))
                .toCompletableFuture()
                .join();
    }

    @Test
    void a_card_shows_a_product_or_an_order() {
        Card card = order("https://shop.example/o/88731");
        Message message = show("b", card);

        assertThat(message.kind()).isEqualTo(Message.Kind.CARD);
        assertThat(message.card()).hasValue(card);
        assertThat(helpdesk.conversations.after(agent, id, 2, 10)).containsExactly(message);
        assertThat(helpdesk.find(id).last().map(Conversation.Last::text)).hasValue(card.title());
        refused(() -> show("c", order("javascript:alert(1)")), "card-invalid");
    }
}
