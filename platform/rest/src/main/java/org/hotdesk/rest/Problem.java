package org.hotdesk.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hotdesk.api.Fault;

import java.util.Optional;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type stable, {@code /problems/} and the code
 * @param code what programs and translations go by
 * @param field the input field at fault
 */
record Problem(
        String type, String title, int status, String detail, String code, Optional<String> field) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final MediaType TYPE = new MediaType("application", "problem+json");

    static Problem of(int status, String code, String detail) {
        return of(status, code, detail, Optional.empty());
    }

    static Problem of(int status, String code, String detail, Optional<String> field) {
        return new Problem("/problems/" + code, title(status), status, detail, code, field);
    }

    static Problem of(Fault fault) {
        return of(
                fault.category().status(),
                fault.code(),
                String.valueOf(fault.getMessage()),
                fault.field());
    }

    Response response() {
        return Response.status(status).type(TYPE).entity(this).build();
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read";
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "This cannot be done here";
            case 406 -> "Not available in this form";
            case 409 -> "Not possible now";
            case 412 -> "Changed meanwhile";
            case 413 -> "Too large";
            case 415 -> "Sent in a form that is not understood";
            case 422 -> "The input breaks a rule";
            case 428 -> "Say which version you change";
            case 429 -> "Too often";
            case 503 -> "Not available now";
            default -> status < 500 ? "The request failed" : "Something went wrong here";
        };
    }
}
