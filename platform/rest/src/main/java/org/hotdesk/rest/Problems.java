package org.hotdesk.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.hotdesk.api.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The one place where whatever was thrown becomes a problem document. */
final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (thrown) {
            case Fault fault -> Problem.of(fault).response();
            case WebApplicationException known -> known(known);
            case JacksonException json -> json(json).response();
            case CompletionException wrapped when wrapped.getCause() != null ->
                    toResponse(wrapped.getCause());
            case IOException gone -> brokeOff(gone).response();
            default -> causedByFault(thrown);
        };
    }

    /** The connection ended while the request was read; whoever asked hardly hears this. */
    private static Problem brokeOff(IOException gone) {
        log.debug("a request broke off", gone);
        return Problem.of(400, "request-incomplete", "The request broke off.");
    }

    private static Response causedByFault(Throwable thrown) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return Problem.of(fault).response();
            }
        }
        return unexpected(thrown);
    }

    private static Response unexpected(Throwable thrown) {
        var number = UUID.randomUUID().toString();
        log.error("request failed, number {}", number, thrown);
        return Problem.of(
                        500,
                        "internal",
                        "Something went wrong here. The server's log says more under "
                                + number
                                + ".")
                .response();
    }

    private static Response known(WebApplicationException known) {
        var response = known.getResponse();
        if (known.getCause() instanceof Fault fault) {
            return Problem.of(fault).response();
        }
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        var answer = problem(response.getStatus(), known).response();
        var allow = response.getHeaderString("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }

    private static Problem problem(int status, WebApplicationException known) {
        return switch (status) {
            case 404 -> Problem.of(status, "not-found", "There is nothing at this address.");
            case 405 ->
                    Problem.of(
                            status, "method-not-allowed", "This address knows other methods only.");
            case 406 -> Problem.of(status, "not-acceptable", "This is available as JSON only.");
            case 415 ->
                    Problem.of(
                            status, "media-type", "Send application/json, or what the page says.");
            default -> Problem.of(status, "http-" + status, String.valueOf(known.getMessage()));
        };
    }

    private static Problem json(JacksonException json) {
        if (!(json instanceof JsonMappingException mapping)) {
            return Problem.of(400, "bad-json", "This is no JSON: " + json.getOriginalMessage());
        }
        var field =
                mapping.getPath().stream()
                        .map(
                                step ->
                                        step.getFieldName() == null
                                                ? String.valueOf(step.getIndex())
                                                : step.getFieldName())
                        .collect(Collectors.joining("."));
        var where = Optional.of(field).filter(path -> !path.isEmpty());
        if (mapping instanceof UnrecognizedPropertyException unknown) {
            var detail =
                    "There is no field "
                            + unknown.getPropertyName()
                            + " here; known are "
                            + unknown.getKnownPropertyIds()
                            + ".";
            return Problem.of(422, "unknown-field", detail, where);
        }
        return Problem.of(422, "wrong-type", mapping.getOriginalMessage(), where);
    }
}
