package org.hotdesk.live;

/** Why a connection is ended, and what the client makes of it. */
enum CloseCode {
    /** The client broke the protocol or the limits; it tries again after a minute. */
    POLICY(1008),
    /** This part of the server stops; the client tries again at once. */
    RESTART(1012),
    /** The client is too slow, or the server full; it tries again. */
    LATER(1013),
    /** Not signed in (any more). */
    SIGN_IN(4401);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
