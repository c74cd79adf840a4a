package org.hotdesk.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.fixture.Installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Conversations that a test makes up, played through a running server by {@code hotdesk replay}.
 */
final class Chatter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] WORDS = {
        "你好", "请问", "订单", "没有收到", "parcel", "refund?", "“quoted”", "<b>bold</b>", "😀", "thanks"
    };

    private final Installation installation;
    private final Path file;

    private Chatter(Installation installation, Path file) {
        this.installation = installation;
        this.file = file;
    }

    /** Makes up so many conversations of 4 to 20 turns; the same ones for the same seed. */
    static Chatter of(Installation installation, int conversations, long seed) {
        try {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < conversations; i++) {
                lines.add(JSON.writeValueAsString(conversation(i, random)));
            }
            Path file = Files.createTempFile("chatter", ".jsonl");
            return new Chatter(installation, Files.write(file, lines));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static ObjectNode conversation(int number, Random random) {
        ObjectNode conversation = JSON.createObjectNode();
        conversation.put("id", "made-up-" + number);
        conversation.put("source", "test");
        conversation.put("language", random.nextBoolean() ? "zh-CN" : "en");
        ArrayNode turns = conversation.putArray("turns");
        int count = 4 + random.nextInt(17);
        for (int turn = 0; turn < count; turn++) {
            ObjectNode line = turns.addObject();
            line.put("speaker", turn % 2 == 0 ? "customer" : "agent");
            line.put("text", text(random) + " #" + turn);
        }
        return conversation;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word <= random.nextInt(12); word++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString();
    }

    /** Plays them all; the result comes when every transcript was read back. */
    CompletableFuture<Installation.Ended> play() {
        // Not on the common pool: it may have one thread, which others need meanwhile.
        Executor own = Thread::startVirtualThread;
        return CompletableFuture.supplyAsync(
                () ->
                        installation.run(
                                "replay",
                                file.toString(),
                                "--server",
                                installation.url(),
                                "--visitors",
                                "24",
                                "--agents",
                                "8",
                                "--json"),
                own);
    }

    /** Insists that nothing was lost, duplicated, reordered or changed. */
    static void assertNothingLost(Installation.Ended replay) {
        assertThat(replay.exit()).as(String.join("\n", replay.err())).isZero();
        try {
            JsonNode result = JSON.readTree(String.join("\n", replay.out()));
            for (String figure : List.of("lost", "duplicated", "reordered", "changed")) {
                assertThat(result.get(figure).asInt()).as(figure).isZero();
            }
            assertThat(result.get("messages").asInt()).isPositive();
            assertThat(result.get("acknowledged").asInt())
                    .isEqualTo(result.get("messages").asInt());
            assertThat(result.get("delivered").asInt()).isEqualTo(result.get("messages").asInt());
        } catch (IOException garbage) {
            throw new UncheckedIOException(garbage);
        }
    }
}
