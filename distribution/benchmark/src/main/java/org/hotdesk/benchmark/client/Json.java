package org.hotdesk.benchmark.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.Optional;

/** Reads and writes JSON. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A new frame of the live protocol. */
    public static ObjectNode frame(String type) {
        return object().put("type", type);
    }

    /** What the bytes say; a missing node when they are no JSON. */
    public static JsonNode lenient(byte[] utf8) {
        try {
            return Optional.ofNullable(MAPPER.readTree(utf8)).orElse(MissingNode.getInstance());
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** What the text says. */
    public static JsonNode strict(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** A node as UTF-8. */
    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
