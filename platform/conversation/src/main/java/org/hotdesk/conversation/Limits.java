package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.Card;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.Message;
import org.hotdesk.api.conversation.Opening;
import org.hotdesk.api.conversation.Rating;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a caller may send, checked at the edge of the bundle. */
final class Limits {
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]+");
    private static final int TEXT = 5_000;
    private static final int PREVIEW = 120;

    private Limits() {}

    static void check(Draft draft) {
        if (!CLIENT_ID.matcher(draft.clientId()).matches()
                || draft.clientId().startsWith("system-")) {
            throw Fault.invalid(
                    "clientId",
                    "client-id-invalid",
                    new Words(
                            "客户端编号为 1 到 64 个字母、数字、- 或 _，不能以 system- 开头。",
                            "A client id has 1 to 64 letters, digits, - or _, and does not begin with"
                                    + " system-."));
        }
        checkContent(draft);
    }

    private static void checkContent(Draft draft) {
        if (draft.attachment().isPresent() && draft.card().isPresent()) {
            throw Fault.invalid(
                    "card",
                    "file-or-card",
                    new Words("文件和卡片请分开发送。", "Send a file or a card, not both."));
        }
        draft.card().ifPresent(Limits::check);
        if (draft.text().isBlank() && draft.attachment().isEmpty() && draft.card().isEmpty()) {
            throw Fault.invalid(
                    "text", "text-empty", new Words("请先输入内容。", "Write something first."));
        }
        if (draft.text().length() > TEXT) {
            throw Fault.invalid(
                    "text",
                    "text-too-long",
                    new Words(
                            "消息最多 5,000 个字符，这条有 " + draft.text().length() + " 个。",
                            "A message has at most 5,000 characters; this one has "
                                    + draft.text().length()
                                    + "."));
        }
    }

    private static void check(Card card) {
        boolean title = !card.title().isBlank() && card.title().length() <= 200;
        boolean texts =
                Stream.of(card.price(), card.number(), card.status())
                        .flatMap(Optional::stream)
                        .allMatch(text -> text.length() <= 100);
        boolean addresses =
                Stream.of(card.url(), card.image())
                        .flatMap(Optional::stream)
                        .allMatch(url -> url.length() <= 1_000 && ADDRESS.matcher(url).matches());
        if (!title || !texts || !addresses || card.text().orElse("").length() > 500) {
            throw Fault.invalid(
                    "card",
                    "card-invalid",
                    new Words(
                            "卡片标题为 1 到 200 个字符，说明最多 500 个，其他各项最多 100 个，地址以 http 开头。",
                            "A card has a title of 1 to 200 characters, a text of at most 500, other"
                                    + " fields of at most 100, and addresses that begin with http."));
        }
    }

    static Opening checked(Opening opening) {
        check(opening.first());
        if (opening.first().attachment().isPresent() || opening.first().card().isPresent()) {
            throw Fault.invalid(
                    "attachment",
                    "text-first",
                    new Words("请先发送文字，再发送文件。", "Begin with words; files come after them."));
        }
        checkLanguage(opening.language());
        return new Opening(
                opening.entryPoint(),
                opening.team(),
                category(opening.category()),
                opening.language(),
                opening.first());
    }

    static void checkLanguage(String language) {
        if (language.length() > 20 || !LANGUAGE.matcher(language).matches()) {
            throw Fault.invalid(
                    "language",
                    "language-invalid",
                    new Words("语言的写法如 zh-CN 或 en。", "A language is written like zh-CN or en."));
        }
    }

    static void check(Rating rating) {
        if (rating.stars() < 1 || rating.stars() > 5) {
            throw Fault.invalid(
                    "stars", "stars-out-of-range", new Words("请给出 1 到 5 星。", "Give 1 to 5 stars."));
        }
        if (rating.comment().length() > 1_000) {
            throw Fault.invalid(
                    "comment",
                    "comment-too-long",
                    new Words("评价最多 1,000 个字符。", "A comment has at most 1,000 characters."));
        }
    }

    static Optional<String> category(Optional<String> category) {
        Optional<String> trimmed = category.map(String::strip).filter(text -> !text.isEmpty());
        if (trimmed.filter(text -> text.length() > 100).isPresent()) {
            throw Fault.invalid(
                    "category",
                    "category-too-long",
                    new Words("分类最多 100 个字符。", "A category has at most 100 characters."));
        }
        return trimmed;
    }

    static int limit(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw Fault.invalid(
                    "limit",
                    "limit-out-of-range",
                    new Words("条数为 1 到 " + most + "。", "The limit is between 1 and " + most + "."));
        }
        return limit;
    }

    /** What a list shows of a line: its text, else the name of what it holds. */
    static String preview(Message line) {
        if (!line.text().isBlank()) {
            return preview(line.text());
        }
        return preview(
                line.attachment()
                        .map(Attachment::name)
                        .or(() -> line.card().map(Card::title))
                        .orElse(""));
    }

    /** The beginning of a text, for lists; never half a character. */
    static String preview(String text) {
        if (text.length() <= PREVIEW) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(PREVIEW - 1)) ? PREVIEW - 1 : PREVIEW;
        return text.substring(0, end);
    }
}
