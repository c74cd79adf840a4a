package org.hotdesk.benchmark.replay;

/** How a member of staff signs in. */
record Account(String login, String password) {
    /** A sample account of a demo server. */
    static Account sample(String login) {
        return new Account(login, "hotdesk-demo");
    }
}
