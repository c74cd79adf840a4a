package org.hotdesk.live;

/** What every connection works with. */
record Hub(
        Services services,
        Connections connections,
        Router router,
        Positions positions,
        Deliveries deliveries,
        boolean previews) {
    Talk talk() {
        return new Talk(services.conversations(), router, previews);
    }
}
