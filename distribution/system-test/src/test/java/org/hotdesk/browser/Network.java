package org.hotdesk.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;

import java.util.ArrayList;
import java.util.List;

/** What lies between a page and the live endpoint; it can be cut. Counts from the next page on. */
final class Network {
    private final List<WebSocketRoute> open = new ArrayList<>();
    private boolean cut;

    Network(Page page) {
        page.routeWebSocket("**/live/*", this::pass);
    }

    /** Nothing gets through any more. */
    void cut() {
        cut = true;
        open.forEach(WebSocketRoute::close);
        open.clear();
    }

    /** Whoever tries again gets through. */
    void mend() {
        cut = false;
    }

    private void pass(WebSocketRoute route) {
        if (cut) {
            route.close();
            return;
        }
        open.add(route);
        open.add(route.connectToServer());
    }
}
