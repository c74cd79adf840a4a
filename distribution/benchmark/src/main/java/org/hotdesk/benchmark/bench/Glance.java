package org.hotdesk.benchmark.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;

import java.io.IOException;

/**
 * What a load generator must know of a frame, read without building a tree.
 *
 * @param id of a command that is answered; else empty
 * @param clientId of a message; else empty
 */
record Glance(String type, String id, String clientId) {
    private static final JsonFactory FACTORY = new JsonFactory();

    static Glance at(byte[] utf8) {
        var type = "";
        var id = "";
        var clientId = "";
        try (var parser = FACTORY.createParser(utf8)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (value.isStructStart()) {
                    parser.skipChildren();
                    continue;
                }
                switch (name) {
                    case "type" -> type = parser.getText();
                    case "id" -> id = parser.getText();
                    case "clientId" -> clientId = parser.getText();
                    default -> {}
                }
            }
        } catch (IOException notJson) {
            return new Glance("", "", "");
        }
        return new Glance(type, id, clientId);
    }
}
