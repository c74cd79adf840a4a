package org.hotdesk.live;

/** One side's part of the protocol, on one connection. Called on one thread at a time. */
interface Dialogue {
    /**
     * The first frame: who it is and what was seen.
     *
     * @throws org.hotdesk.api.Fault UNAUTHENTICATED ends the connection with 4401
     */
    void hello(Command hello, Connection connection) throws InterruptedException;

    /** Any frame after that. What it throws is told to the client. */
    void command(Command command, Connection connection) throws InterruptedException;

    /** The connection has ended. */
    void ended(Connection connection);

    /** A line has left for this side's machine. */
    void sent(Outgoing.Line line);
}
