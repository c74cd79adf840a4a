package org.hotdesk.benchmark.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.benchmark.client.Json;
import org.hotdesk.benchmark.client.Refusal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads recorded conversations: one JSON object a line, plain or gzip. */
final class Recordings {
    private static final int LONGEST_TEXT = 5_000;

    private Recordings() {}

    /** Every conversation of a file; what cannot be played is refused with its line number. */
    static List<Recording> read(Path file) {
        try (var lines =
                new BufferedReader(new InputStreamReader(open(file), UTF_8.newDecoder()))) {
            return read(file, lines);
        } catch (NoSuchFileException missing) {
            throw Refusal.usage(file + ": there is no such file");
        } catch (CharacterCodingException garbled) {
            throw Refusal.usage(file + ": this is not text in UTF-8");
        } catch (IOException unreadable) {
            throw Refusal.usage(file + ": cannot be read: " + unreadable.getMessage());
        }
    }

    private static List<Recording> read(Path file, BufferedReader lines) throws IOException {
        var recordings = new ArrayList<Recording>();
        int number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                try {
                    recordings.add(recording(line, number));
                } catch (Unplayable unplayable) {
                    throw Refusal.usage(file + ", line " + number + ": " + unplayable.getMessage());
                }
            }
        }
        if (recordings.isEmpty()) {
            throw Refusal.usage(file + ": holds no conversation");
        }
        return recordings;
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        var bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes) : bytes;
    }

    private static Recording recording(String line, int number) throws Unplayable {
        var json = parsed(line);
        if (json.path("pages").isArray() && !json.has("turns")) {
            throw new Unplayable("this is a recorded visit; only conversations can be replayed");
        }
        var turns = json.path("turns");
        if (!turns.isArray() || turns.isEmpty()) {
            throw new Unplayable("a conversation has turns, a list that is not empty");
        }
        var read = new ArrayList<Turn>();
        for (var turn : turns) {
            read.add(turn(turn, read.size() + 1));
        }
        var language = json.path("language").asText("");
        return new Recording(
                json.path("id").asText("line " + number),
                language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]+)*") ? language : "en",
                read);
    }

    private static JsonNode parsed(String line) throws Unplayable {
        try {
            var json = Json.strict(line);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException _) {
            // Said below.
        }
        throw new Unplayable("this is not a JSON object");
    }

    private static Turn turn(JsonNode turn, int number) throws Unplayable {
        var speaker =
                switch (turn.path("speaker").asText("")) {
                    case "customer" -> Speaker.CUSTOMER;
                    case "agent" -> Speaker.AGENT;
                    case String other ->
                            throw new Unplayable(
                                    "turn "
                                            + number
                                            + " is by \""
                                            + other
                                            + "\"; known are customer and agent");
                };
        var text = turn.path("text");
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new Unplayable("turn " + number + " has no text");
        }
        if (text.textValue().length() > LONGEST_TEXT) {
            throw new Unplayable(
                    "turn " + number + " is longer than " + LONGEST_TEXT + " characters");
        }
        return new Turn(speaker, text.textValue());
    }

    /** Why a line cannot be played. */
    private static final class Unplayable extends Exception {
        private static final long serialVersionUID = 1;

        Unplayable(String reason) {
            super(reason);
        }
    }
}
