package org.hotdesk.benchmark.client;

/** Ends the program with one line and an exit code: the reason is said, not traced. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String reason;

    private Refusal(int exitCode, String reason) {
        super(reason);
        this.exitCode = exitCode;
        this.reason = reason;
    }

    /** What was asked for makes no sense. */
    public static Refusal usage(String reason) {
        return new Refusal(2, reason);
    }

    /** It made sense, and could not be done. */
    public static Refusal failure(String reason) {
        return new Refusal(1, reason);
    }

    /** Why, in one line. */
    @Override
    public String getMessage() {
        return reason;
    }

    /** 1 for what failed, 2 for what was asked wrongly. */
    public int exitCode() {
        return exitCode;
    }
}
