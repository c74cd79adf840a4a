package org.hotdesk.launcher;

/** Why a command was not carried out: one line for the person at the terminal, and an exit code. */
final class Refusal extends RuntimeException {
    /** It could not be done: the port is taken, another server runs, the server did not start. */
    static final int FAILED = 1;

    /** It was asked for wrongly: an argument or a setting. */
    static final int MISUSED = 2;

    /** The server is not running, or not ready. */
    static final int NOT_RUNNING = 3;

    private static final long serialVersionUID = 1;

    final int exitCode;

    private Refusal(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    static Refusal failed(String line) {
        return new Refusal(FAILED, line);
    }

    static Refusal misused(String line) {
        return new Refusal(MISUSED, line);
    }
}
