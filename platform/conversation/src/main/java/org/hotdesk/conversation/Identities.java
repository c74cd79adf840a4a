package org.hotdesk.conversation;

import org.hotdesk.api.conversation.Conversation;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.ConversationOpened;
import org.hotdesk.api.event.EventListener;
import org.hotdesk.api.event.Recorded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Gives each new conversation the customer record of its visitor. The customer store may be slow or
 * away, so nobody waits for it; what it misses, the visitor's next conversation makes good.
 */
@Component(service = EventListener.class)
public final class Identities implements EventListener {
    private static final int AT_ONCE = 4;
    private static final int WAITING = 10_000;

    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(
                    AT_ONCE,
                    AT_ONCE,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofVirtual().name("identities-", 0).factory(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private final Visitors visitors;
    private final ConversationTable table;

    @Activate
    public Identities(@Reference Tables tables, @Reference Visitors visitors) {
        this.visitors = visitors;
        this.table = tables.conversations();
    }

    @Deactivate
    void close() {
        // Nobody is interrupted: that would reach into the customer store.
        executor.getQueue().clear();
        executor.close();
    }

    @Override
    public void heard(Recorded recorded) {
        if (recorded.event() instanceof ConversationOpened opened
                && opened.conversation().customer().isEmpty()) {
            new Loop(executor, () -> identify(opened.conversation())).wake();
        }
    }

    private void identify(Conversation conversation) {
        visitors.identify(conversation.visitor())
                .ifPresent(customer -> table.identify(conversation.id().value(), customer.value()));
    }
}
