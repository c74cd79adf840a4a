package org.hotdesk.rest;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

import org.hotdesk.rest.Operation.Who;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Describes the resources as an OpenAPI 3.1 document; run by the build. */
final class OpenApi {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String ABOUT =
            """
            Lists are {items, next}: ask for the next page with cursor=next. Errors are \
            problem+json. What people edit has an ETag, which a change sends back as If-Match. \
            A create with an Idempotency-Key, sent again within a day, also after a restart, \
            gives the first answer again; where a clientId is asked for, the key stands in for \
            it, and the message stays one for good. POST /visitors keeps no key: its answer \
            holds a secret, and a visitor too many harms nobody. To install the same bundle \
            again changes nothing.""";

    private final Schemas schemas = new Schemas();
    private final ObjectNode paths = NODES.objectNode();

    /** Writes the document to the file named first; the version comes second. */
    public static void main(String[] arguments) throws IOException {
        var document = new OpenApi().document(arguments[1]);
        Files.write(
                java.nio.file.Path.of(arguments[0]),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsBytes(document));
    }

    ObjectNode document(String version) {
        Resource.ALL.forEach(this::describe);
        var problem = schemas.answer(Problem.class);
        var root = NODES.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Hotdesk")
                .put("version", version)
                .put("description", ABOUT);
        root.putArray("servers").addObject().put("url", "/api/v1");
        root.set("paths", paths);
        var components = root.putObject("components");
        components.set("schemas", schemas.all());
        components
                .putObject("responses")
                .putObject("Problem")
                .put("description", "What went wrong")
                .putObject("content")
                .putObject(Problem.MEDIA_TYPE)
                .set("schema", problem);
        securitySchemes(components.putObject("securitySchemes"));
        return root;
    }

    private static void securitySchemes(ObjectNode schemes) {
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", Authentication.COOKIE)
                .put("description", "All but GET need the header X-CSRF-Token, from GET /session.");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        schemes.putObject("visitor")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put("description", "Visitor, a space, and the token from POST /visitors.");
    }

    private void describe(Class<?> resource) {
        Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> describe(resource, method));
    }

    private void describe(Class<?> resource, Method method) {
        var operation = method.getAnnotation(Operation.class);
        var path = path(resource) + path(method);
        var verb =
                Arrays.stream(method.getAnnotations())
                        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                        .filter(each -> each != null)
                        .findFirst()
                        .orElseThrow()
                        .value()
                        .toLowerCase(Locale.ROOT);
        var tag = resource.getSimpleName().replace("Resource", "");
        var node = paths.withObjectProperty(path).putObject(verb);
        node.put("summary", operation.value())
                .put("operationId", tag.toLowerCase(Locale.ROOT) + "." + method.getName());
        node.putArray("tags").add(tag);
        security(node, operation.who());
        for (var parameter : method.getParameters()) {
            describe(node, parameter, method, resource);
        }
        responses(node, method, operation, path);
    }

    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null || path.value().isEmpty() ? "" : "/" + path.value();
    }

    private static void security(ObjectNode node, Who who) {
        var security = node.putArray("security");
        if (who == Who.STAFF || who == Who.STAFF_OR_VISITOR) {
            security.addObject().putArray("session");
            security.addObject().putArray("bearer");
        }
        if (who == Who.VISITOR || who == Who.STAFF_OR_VISITOR) {
            security.addObject().putArray("visitor");
        }
    }

    private void describe(ObjectNode node, Parameter given, Method method, Class<?> resource) {
        if (given.isAnnotationPresent(Context.class)) {
            return;
        }
        if (given.isAnnotationPresent(BeanParam.class)) {
            Arrays.stream(given.getType().getDeclaredFields())
                    .forEach(field -> parameter(node, field, field.getGenericType()));
        } else if (!parameter(node, given, given.getParameterizedType())) {
            body(node, given, method, resource);
        }
    }

    private boolean parameter(ObjectNode node, AnnotatedElement element, Type type) {
        var place = place(element);
        if (place.isEmpty()) {
            return false;
        }
        var parameter = node.withArrayProperty("parameters").addObject();
        var name = place.get().name();
        parameter.put("name", name).put("in", place.get().in());
        parameter.put("required", place.get().in().equals("path") || name.equals("If-Match"));
        ObjectNode schema = schemas.answer(type);
        var standard = element.getAnnotation(DefaultValue.class);
        if (standard != null) {
            schema.put("default", Integer.parseInt(standard.value()));
        }
        parameter.set("schema", schema);
        return true;
    }

    private record Place(String in, String name) {}

    private static Optional<Place> place(AnnotatedElement element) {
        var path = element.getAnnotation(PathParam.class);
        var query = element.getAnnotation(QueryParam.class);
        var header = element.getAnnotation(HeaderParam.class);
        if (path != null) {
            return Optional.of(new Place("path", path.value()));
        }
        if (query != null) {
            return Optional.of(new Place("query", query.value()));
        }
        return Optional.ofNullable(header).map(named -> new Place("header", named.value()));
    }

    private void body(ObjectNode node, Parameter given, Method method, Class<?> resource) {
        var content = node.putObject("requestBody").put("required", true).putObject("content");
        var own = method.getAnnotation(Consumes.class);
        var types = own == null ? resource.getAnnotation(Consumes.class) : own;
        for (var type : types.value()) {
            ObjectNode schema =
                    given.getType() == InputStream.class
                            ? binary()
                            : schemas.input(given.getParameterizedType());
            content.putObject(type).set("schema", schema);
        }
    }

    private static ObjectNode binary() {
        return NODES.objectNode().put("type", "string").put("format", "binary");
    }

    private void responses(ObjectNode node, Method method, Operation operation, String path) {
        var responses = node.putObject("responses");
        var good = responses.putObject(String.valueOf(operation.status()));
        good.put("description", operation.value());
        Type type =
                operation.answer() == void.class
                        ? method.getGenericReturnType()
                        : operation.answer();
        if (operation.status() != 204) {
            var content = good.putObject("content");
            if (type == byte[].class) {
                content.putObject("application/octet-stream").set("schema", binary());
            } else {
                content.putObject("application/json").set("schema", schemas.answer(type));
            }
        }
        for (var status : problems(node, operation, path)) {
            responses.putObject(status).put("$ref", "#/components/responses/Problem");
        }
    }

    private static List<String> problems(ObjectNode node, Operation operation, String path) {
        var statuses = new ArrayList<String>();
        if (operation.who() != Who.ANYBODY) {
            statuses.addAll(List.of("401", "403"));
        }
        if (path.contains("{")) {
            statuses.add("404");
        }
        if (node.has("requestBody")) {
            statuses.addAll(List.of("400", "409", "413", "415", "422"));
        }
        if (node.path("parameters").findValuesAsText("name").contains("If-Match")) {
            statuses.addAll(List.of("412", "428"));
        }
        if (operation.who() == Who.ANYBODY && node.has("requestBody")) {
            statuses.add("429");
        }
        statuses.add("default");
        return statuses;
    }
}
