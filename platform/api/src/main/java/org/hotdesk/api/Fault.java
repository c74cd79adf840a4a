package org.hotdesk.api;

import java.util.Optional;

/**
 * What is wrong with a request, in words for the person who made it.
 *
 * <p>The one exception that services throw on purpose. The REST interface turns it into a problem
 * document, the live interface into an error frame; both show {@link #getMessage()} as it is, so it
 * says what to do and holds nothing secret.
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

    private Fault(Category category, String code, Optional<String> field, String message) {
        super(message);
        this.category = category;
        this.code = code;
        this.field = field;
    }

    /**
     * A fault of any kind.
     *
     * @param code stable, lower-case, with hyphens, such as {@code conversation-closed}; programs
     *     and translations go by it
     */
    public static Fault of(Category category, String code, String message) {
        return new Fault(category, code, Optional.empty(), message);
    }

    /** One input field breaks a rule. */
    public static Fault invalid(String field, String code, String message) {
        return new Fault(Category.INVALID, code, Optional.of(field), message);
    }

    /** There is no {@code what} with this id. */
    public static Fault notFound(String what, Object id) {
        return of(Category.NOT_FOUND, what + "-not-found", "There is no " + what + " " + id + ".");
    }

    /** The one who asks lacks a permission. */
    public static Fault forbidden(Permission permission) {
        return of(
                Category.FORBIDDEN,
                "permission-missing",
                "This needs the permission " + permission.name() + "; an administrator grants it.");
    }

    /** Somebody else changed it since it was read. */
    public static Fault stale(String what, Object id) {
        return of(
                Category.STALE,
                what + "-changed",
                "Somebody changed " + what + " " + id + " meanwhile; read it again.");
    }

    /** The kind of fault. */
    public Category category() {
        return category;
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
