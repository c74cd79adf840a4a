package org.hotdesk.benchmark.client;

/**
 * Hears what happens on a {@link LiveSocket}; called on the thread of its loop, so returns at once.
 */
public interface LiveListener {
    /** The connection stands. */
    void opened(LiveSocket socket);

    /** A text message came, as UTF-8. */
    void text(LiveSocket socket, byte[] utf8);

    /**
     * The connection ended, or never stood.
     *
     * @param code close code; 1006 when there was none, the HTTP status when the upgrade was
     *     refused
     */
    void closed(LiveSocket socket, int code, String reason);
}
