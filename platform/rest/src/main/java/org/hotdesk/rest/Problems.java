package org.hotdesk.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import org.glassfish.jersey.server.ContainerRequest;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** The one place where whatever was thrown becomes a problem document. */
final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final Words NOTHING_HERE =
            new Words("这个地址没有内容。", "There is nothing at this address.");
    private static final Words OTHER_METHODS =
            new Words("这个地址只支持其他方法。", "This address knows other methods only.");
    private static final Words JSON_ONLY =
            new Words("只提供 JSON 格式。", "This is available as JSON only.");
    private static final Words OTHER_TYPE =
            new Words(
                    "请发送 application/json，或文档说明的格式。",
                    "Send application/json, or what the page says.");
    private static final Words NO_VERSION =
            new Words("请在 If-Match 中附上读到的 ETag。", "Send the ETag that you read as If-Match.");

    private final Provider<ContainerRequest> request;

    /** Explains what goes wrong with the request at hand. */
    @Inject
    Problems(Provider<ContainerRequest> request) {
        this.request = request;
    }

    private Locale reader() {
        var header = request.get().getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        return Languages.best(Optional.ofNullable(header).orElse(""));
    }

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (thrown) {
            case WebApplicationException known -> known(known);
            case CompletionException wrapped when wrapped.getCause() != null ->
                    toResponse(wrapped.getCause());
            default -> problem(thrown).response(reader());
        };
    }

    private static Trouble problem(Throwable thrown) {
        return switch (thrown) {
            case Fault fault -> Trouble.of(fault);
            case JacksonException json -> json(json);
            case IOException gone -> brokeOff(gone);
            default -> causedByFault(thrown);
        };
    }

    /** The connection ended while the request was read; whoever asked hardly hears this. */
    private static Trouble brokeOff(IOException gone) {
        log.debug("a request broke off", gone);
        return Trouble.of(400, "request-incomplete", new Words("请求中断了。", "The request broke off."));
    }

    private static Trouble causedByFault(Throwable thrown) {
        for (var cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return Trouble.of(fault);
            }
        }
        return unexpected(thrown);
    }

    private static Trouble unexpected(Throwable thrown) {
        var number = UUID.randomUUID().toString();
        log.error("request failed, number {}", number, thrown);
        return Trouble.of(
                500,
                "internal",
                new Words(
                        "服务器出错了，日志中的编号是 " + number + "。",
                        "Something went wrong here. The server's log says more under "
                                + number
                                + "."));
    }

    private Response known(WebApplicationException known) {
        var response = known.getResponse();
        if (known.getCause() instanceof Fault fault) {
            return Trouble.of(fault).response(reader());
        }
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        var answer = problem(response.getStatus(), known).response(reader());
        var allow = response.getHeaderString("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }

    private static Trouble problem(int status, WebApplicationException known) {
        return switch (status) {
            case 404 -> Trouble.of(status, "not-found", NOTHING_HERE);
            case 405 -> Trouble.of(status, "method-not-allowed", OTHER_METHODS);
            case 406 -> Trouble.of(status, "not-acceptable", JSON_ONLY);
            case 415 -> Trouble.of(status, "media-type", OTHER_TYPE);
            case 428 -> Trouble.of(status, "version-missing", NO_VERSION);
            default ->
                    Trouble.of(
                            status,
                            "http-" + status,
                            Words.same(String.valueOf(known.getMessage())));
        };
    }

    private static Trouble json(JacksonException json) {
        if (!(json instanceof JsonMappingException mapping)) {
            return Trouble.of(
                    400,
                    "bad-json",
                    new Words(
                            "这不是 JSON：" + json.getOriginalMessage(),
                            "This is no JSON: " + json.getOriginalMessage()));
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
            return new Trouble(422, "unknown-field", unknownField(unknown), where);
        }
        return new Trouble(422, "wrong-type", Words.same(mapping.getOriginalMessage()), where);
    }

    private static Words unknownField(UnrecognizedPropertyException unknown) {
        var name = unknown.getPropertyName();
        var known = unknown.getKnownPropertyIds();
        return new Words(
                "没有字段 " + name + "，已知的有 " + known + "。",
                "There is no field " + name + " here; known are " + known + ".");
    }
}
