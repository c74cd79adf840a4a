package org.hotdesk.benchmark.client;

/** How a member of staff signs in. */
public record Account(String login, String password) {
    /** A sample account of a demo server. */
    public static Account sample(String login) {
        return new Account(login, "hotdesk-demo");
    }
}
