package org.hotdesk.live;

/** What every connection works with. */
record Hub(
        Services services,
        Connections connections,
        Router router,
        Positions positions,
        Deliveries deliveries) {
    Talk talk() {
        return new Talk(services.conversations(), router);
    }
}
