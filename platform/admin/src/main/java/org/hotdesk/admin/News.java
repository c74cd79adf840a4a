package org.hotdesk.admin;

import org.hotdesk.api.Actor;
import org.hotdesk.api.event.BundleChanged;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.Signal;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what happened to bundles, and tells those who watch. */
@Component(service = News.class)
public final class News {
    private static final Logger log = LoggerFactory.getLogger(News.class);

    private final Events events;
    private final Transactions transactions;

    /** Writes to this log. */
    @Activate
    public News(@Reference Events events, @Reference Transactions transactions) {
        this.events = events;
        this.transactions = transactions;
    }

    /** A change that has come to pass; it stands even when it cannot be recorded. */
    void tell(Actor actor, BundleChanged change) {
        log.info(
                "Bundle {} {} {} {}",
                change.name(),
                change.version(),
                change.change(),
                change.detail());
        try {
            transactions.run(() -> events.record(actor, change));
        } catch (RuntimeException cannot) {
            log.error("{} is not in the event log", change, cannot);
        }
        events.signal(new Signal.ExtensionsChanged());
    }
}
