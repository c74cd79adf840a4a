package org.hotdesk.api;

import java.util.Optional;

/**
 * What is wrong with a request, in words for the person who made it.
 *
 * <p>The one exception that services throw on purpose. The REST interface turns it into a problem
 * document in the reader's language, the live interface into an error frame in English; both show
 * the words as they are, so they say what to do and hold nothing secret.
 */
public final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The kind of fault; each has one HTTP status. */
    public enum Category {
        /** The input breaks a rule that is known without looking at anything stored. */
        INVALID(422),
        /** Nobody is signed in, or the session has ended. */
        UNAUTHENTICATED(401),
        /** The one who asks may not do this. */
        FORBIDDEN(403),
        /** There is no such thing, or the one who asks may not know of it. */
        NOT_FOUND(404),
        /** The thing is in a state that does not allow this now. */
        CONFLICT(409),
        /** Somebody else changed it since it was read. */
        STALE(412),
        /** Larger than the limit. */
        TOO_LARGE(413),
        /** Too often; try again later. */
        TOO_MANY(429),
        /** A part of Hotdesk is missing, full or stopping; try again. */
        UNAVAILABLE(503);

        private final int status;

        Category(int status) {
            this.status = status;
        }

        /** The HTTP status of this kind of fault. */
        public int status() {
            return status;
        }
    }

    private final Category category;
    private final String code;
    private final Optional<String> field;

    private final Words words;

    private Fault(Category category, String code, Optional<String> field, Words words) {
        super(words.en());
        this.category = category;
        this.code = code;
        this.field = field;
        this.words = words;
    }

    /**
     * A fault of any kind.
     *
     * @param code stable, lower-case, with hyphens, such as {@code conversation-closed}; programs
     *     and translations go by it
     */
    public static Fault of(Category category, String code, Words words) {
        return new Fault(category, code, Optional.empty(), words);
    }

    /** One input field breaks a rule. */
    public static Fault invalid(String field, String code, Words words) {
        return new Fault(Category.INVALID, code, Optional.of(field), words);
    }

    /** There is no {@code what} with this id. */
    public static Fault notFound(String what, Object id) {
        return of(
                Category.NOT_FOUND,
                what + "-not-found",
                new Words(
                        "没有" + zhCn(what) + " " + id + "。",
                        "There is no " + what + " " + id + "."));
    }

    /** The one who asks lacks a permission. */
    public static Fault forbidden(Permission permission) {
        return of(
                Category.FORBIDDEN,
                "permission-missing",
                new Words(
                        "需要权限 " + permission.name() + "，请联系管理员。",
                        "This needs the permission "
                                + permission.name()
                                + "; an administrator grants it."));
    }

    /** Somebody else changed it since it was read. */
    public static Fault stale(String what, Object id) {
        return of(
                Category.STALE,
                what + "-changed",
                new Words(
                        zhCn(what) + " " + id + " 刚被他人修改，请重新读取。",
                        "Somebody changed " + what + " " + id + " meanwhile; read it again."));
    }

    /** What it is called in Chinese, where it is a thing of ours. */
    private static String zhCn(String what) {
        return switch (what) {
            case "agent" -> "成员";
            case "attachment", "file" -> "文件";
            case "bundle" -> "插件";
            case "calendar" -> "日历";
            case "consumer" -> "事件消费者";
            case "category" -> "分类";
            case "conversation" -> "会话";
            case "customer" -> "客户";
            case "ending-rules" -> "结束规则";
            case "entry-point" -> "接入点";
            case "reception" -> "接入记录";
            case "message" -> "消息";
            case "note" -> "备注";
            case "quick-reply" -> "快捷回复";
            case "routing-plan" -> "分配方案";
            case "sensitive-words" -> "敏感词表";
            case "settings" -> "设置";
            case "team" -> "团队";
            case "team-calendar" -> "团队日历";
            case "visitor" -> "访客";
            default -> " " + what;
        };
    }

    /** The kind of fault. */
    public Category category() {
        return category;
    }

    /** What is wrong, for a person; {@link #getMessage()} is the English of it, for logs. */
    public Words words() {
        return words;
    }

    /** Stable name of the fault, for programs and translations. */
    public String code() {
        return code;
    }

    /** The input field at fault, as the caller named it; empty when no single field is. */
    public Optional<String> field() {
        return field;
    }

    /** An expected outcome: the stack says nothing and costs much. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
