package org.hotdesk.live;

import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.hotdesk.api.event.Signal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/**
 * Takes events from the threads that commit and pushes them from one thread of its own, in their
 * order. When more than 100,000 wait, everybody is cut off and comes back for what they missed.
 */
final class Router implements EventListener {
    private static final Logger log = LoggerFactory.getLogger(Router.class);
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 256;

    private final Routes routes;
    private final Connections connections;
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>(MOST);
    private final Thread thread;
    private volatile boolean stopped;

    private sealed interface Item {
        record Heard(Recorded recorded) implements Item {}

        record Noticed(Signal signal) implements Item {}

        record Answer(Connection connection, Supplier<Outgoing> frame) implements Item {}
    }

    Router(Routes routes, Connections connections) {
        this.routes = routes;
        this.connections = connections;
        this.thread = Thread.ofPlatform().name("live-router").daemon().unstarted(this::run);
    }

    Routes routes() {
        return routes;
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    @Override
    public void heard(Recorded recorded) {
        add(new Item.Heard(recorded));
    }

    @Override
    public void noticed(Signal signal) {
        add(new Item.Noticed(signal));
    }

    /** Answers a command after what was heard before; written on the router's thread. */
    void answer(Connection connection, Supplier<Outgoing> frame) {
        add(new Item.Answer(connection, frame));
    }

    /** How many wait. */
    int waiting() {
        return items.size();
    }

    private void add(Item item) {
        if (!stopped && !items.offer(item)) {
            items.clear();
            log.error("more than {} events wait to be pushed: everybody is cut off", MOST);
            connections.all.forEach(each -> each.cutOff(CloseCode.LATER, "overload"));
        }
    }

    private void run() {
        var batch = new ArrayList<Item>(AT_ONCE);
        var burst = new Burst();
        while (!stopped) {
            try {
                batch.add(items.take());
                items.drainTo(batch, AT_ONCE - 1);
            } catch (InterruptedException e) {
                return;
            }
            batch.forEach(item -> push(item, burst));
            burst.end();
            batch.clear();
        }
    }

    private void push(Item item, Burst burst) {
        try {
            switch (item) {
                case Item.Heard(var recorded) -> routes.push(recorded.event(), burst);
                case Item.Noticed(var signal) -> routes.push(signal, burst);
                case Item.Answer(var connection, var frame) -> burst.to(connection, frame.get());
            }
        } catch (RuntimeException e) {
            log.error("could not push {}", item, e);
        }
    }
}
