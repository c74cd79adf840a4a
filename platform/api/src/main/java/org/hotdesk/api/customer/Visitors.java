package org.hotdesk.api.customer;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The people on the site. A visitor is known by a secret token that only the browser has. */
@ProviderType
public interface Visitors {

    /**
     * A visitor who just arrived.
     *
     * @param token the visitor's secret; nobody can read it again
     */
    record Arrival(VisitorId visitor, String token) {}

    /** Takes in a visitor who was never here. */
    Arrival arrive(Visit visit);

    /**
     * Where a visitor would come from who lands on this page from there: search engine, keyword and
     * campaign are read off the addresses. Nothing is kept.
     */
    default Source origin(Optional<String> landingPage, Optional<String> referrer) {
        return new Source(landingPage, referrer, Optional.empty(), Optional.empty(), Map.of());
    }

    /** The visitor of this token; empty when there is none. Fast. */
    Optional<VisitorId> byToken(String token);

    /** The visitor went to a page; the same page again within a second counts once. */
    void viewed(VisitorId visitor, Visit visit);

    /**
     * One visitor.
     *
     * @throws org.hotdesk.api.Fault FORBIDDEN without {@code customer.read}; NOT_FOUND
     */
    Visitor find(Actor actor, VisitorId id);

    /** Pages that a visitor looked at, newest first, at most {@code limit} (1 to 200). */
    List<PageView> pages(Actor actor, VisitorId id, int limit);

    /**
     * Makes sure that the visitor has a customer record, through the customer store. While no store
     * answers, the visitor goes without and this answers empty.
     */
    Optional<CustomerId> identify(VisitorId visitor);
}
