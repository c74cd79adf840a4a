package org.hotdesk.benchmark.client;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request to the REST interface.
 *
 * @param path below the server's address, query included
 */
public record Call(String method, String path, Map<String, String> headers, Optional<byte[]> body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    /** Reads something. */
    public static Call get(String path) {
        return new Call("GET", path, Map.of(), Optional.empty());
    }

    /** Sends JSON. */
    public static Call of(String method, String path, JsonNode body) {
        return of(method, path, "application/json", Json.bytes(body));
    }

    /** Sends bytes. */
    public static Call of(String method, String path, String type, byte[] body) {
        return new Call(method, path, Map.of("Content-Type", type), Optional.of(body));
    }

    /** Sends nothing but the request. */
    public static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty());
    }

    /** The same request with one more header. */
    public Call with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, more, body);
    }

    /** The same request by somebody who is signed in. */
    public Call as(String authorization) {
        return with("Authorization", authorization);
    }
}
