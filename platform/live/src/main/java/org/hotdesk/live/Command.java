package org.hotdesk.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Card;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.staff.TeamId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A frame from a client, parsed once; its fields are checked as they are asked for. */
record Command(String type, Optional<String> id, ObjectNode fields) {
    /**
     * Parses a frame.
     *
     * @throws Fault INVALID when it is no JSON object with a type, or its id is none
     */
    static Command parse(String text) {
        JsonNode node;
        try {
            node = Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw bad("一帧须为一个 JSON 对象。", "A frame is one JSON object.");
        }
        if (!(node instanceof ObjectNode fields)) {
            throw bad("一帧须为一个 JSON 对象。", "A frame is one JSON object.");
        }
        if (!fields.path("type").isTextual()) {
            throw bad("一帧须有 type。", "A frame has a type.");
        }
        var id = fields.path("id");
        if (!id.isMissingNode()
                && (!id.isTextual() || id.textValue().isEmpty() || id.textValue().length() > 64)) {
            throw bad("id 为 1 到 64 个字符。", "An id is a string of 1 to 64 characters.");
        }
        return new Command(
                fields.get("type").textValue(), Optional.ofNullable(id.textValue()), fields);
    }

    private static Fault bad(String zhCn, String en) {
        return Fault.of(Fault.Category.INVALID, "bad-frame", new Words(zhCn, en));
    }

    /** A field that must be there. */
    String text(String field) {
        return optionalText(field).orElseThrow(() -> missing(field));
    }

    /** A field that may be missing. */
    Optional<String> optionalText(String field) {
        var node = fields.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw Fault.invalid(
                    field, "wrong-type", new Words(field + " 须为字符串。", field + " is a string."));
        }
        return Optional.of(node.textValue());
    }

    /** Texts in a list that may be missing; at most 100. */
    List<String> texts(String field) {
        var node = fields.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        node.forEach(one -> texts.add(one.asText()));
        var isList = node.isArray() && texts.size() <= 100;
        if (!isList
                || !StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual)) {
            throw Fault.invalid(
                    field,
                    "wrong-type",
                    new Words(field + " 须为字符串列表。", field + " is a list of strings."));
        }
        return texts;
    }

    long number(String field) {
        var node = fields.path(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw Fault.invalid(
                    field,
                    "wrong-type",
                    new Words(field + " 须为整数。", field + " is a whole number."));
        }
        return node.longValue();
    }

    boolean flag(String field) {
        var node = fields.path(field);
        if (!node.isBoolean()) {
            throw Fault.invalid(
                    field,
                    "wrong-type",
                    new Words(field + " 须为 true 或 false。", field + " is true or false."));
        }
        return node.booleanValue();
    }

    ConversationId conversation() {
        return new ConversationId(id("conversation", text("conversation")));
    }

    Optional<ConversationId> optionalConversation() {
        return optionalText("conversation")
                .map(text -> new ConversationId(id("conversation", text)));
    }

    Optional<TeamId> team() {
        return optionalText("team").map(text -> new TeamId(id("team", text)));
    }

    Draft draft() {
        var attachment =
                optionalText("attachment").map(text -> new AttachmentId(id("attachment", text)));
        var card = card();
        var text =
                attachment.isPresent() || card.isPresent()
                        ? optionalText("text").orElse("")
                        : text("text");
        var confirmed = fields.path("confirmed").asBoolean();
        return new Draft(text("clientId"), text, attachment, card, confirmed);
    }

    private Optional<Card> card() {
        if (!(fields.get("card") instanceof ObjectNode card)) {
            return Optional.empty();
        }
        var shown = new Command("card", id, card);
        return Optional.of(
                new Card(
                        shown.kind(),
                        shown.text("title"),
                        shown.optionalText("text"),
                        shown.optionalText("price"),
                        shown.optionalText("number"),
                        shown.optionalText("status"),
                        shown.optionalText("url"),
                        shown.optionalText("image")));
    }

    private Card.Kind kind() {
        return switch (text("kind")) {
            case "PRODUCT" -> Card.Kind.PRODUCT;
            case "ORDER" -> Card.Kind.ORDER;
            default ->
                    throw Fault.invalid(
                            "kind",
                            "card-invalid",
                            new Words(
                                    "卡片标题为 1 到 200 个字符，说明最多 500 个，其他各项最多 100 个，地址以 http 开头。",
                                    "kind is PRODUCT or ORDER."));
        };
    }

    /** The number of an id that a client wrote. */
    static long id(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Fault.notFound(field, text);
        }
    }

    private static Fault missing(String field) {
        return Fault.invalid(
                field, "missing", new Words("缺少 " + field + "。", field + " is missing."));
    }
}
