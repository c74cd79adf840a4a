package org.hotdesk.benchmark.replay;

/** Who said a recorded turn. */
enum Speaker {
    CUSTOMER("VISITOR"),
    AGENT("AGENT");

    private final String side;

    Speaker(String side) {
        this.side = side;
    }

    /** The same in the words of the server. */
    String side() {
        return side;
    }
}
