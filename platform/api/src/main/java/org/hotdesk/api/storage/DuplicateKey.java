package org.hotdesk.api.storage;

/**
 * A row was refused because another one has its key already.
 *
 * <p>Thrown by mapper methods. The transaction can go on: only this one statement had no effect.
 * The message names the key; it is for the log and not for users.
 */
public final class DuplicateKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what the database said. */
    public DuplicateKey(String message, Throwable cause) {
        super(message, cause);
    }
}
