package org.hotdesk.api.routing;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.osgi.annotation.versioning.ProviderType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visitor who begins a conversation, as they were known at that moment. Grows; plugins only read
 * it.
 */
@ProviderType
public interface Arrival {
    /** The channel, such as {@code web}. */
    String channel();

    /** Key of the entry point that the visitor came in by. */
    String entryPoint();

    /** Who it is. */
    VisitorId visitor();

    /** The record of this person; empty at most people's first conversation. */
    Optional<CustomerId> customer();

    /** In which language the visitor reads, such as {@code zh-CN}. */
    String language();

    /** Landing page, referrer, search engine, keyword and campaign of the visit. */
    Source source();

    /** The page that the visitor looks at, as an absolute URL. */
    Optional<String> currentPage();

    /** Where the customer is, in the words of the record. */
    Optional<String> region();

    /** The question type that the visitor chose. */
    Optional<String> category();

    /** What the cart is worth, in the shop's currency: the record's attribute {@code cart}. */
    Optional<BigDecimal> cart();

    /** How often the customer ordered: the record's attribute {@code orders}. */
    Optional<Integer> orders();

    /** Ordinary, VIP, … in the shop's words: the record's attribute {@code level}. */
    Optional<String> level();

    /** Tags of the customer record. */
    List<String> tags();

    /** Who last served this person; empty when nobody ever did. */
    Optional<LastServed> lastServed();

    /**
     * An agent whom this person knows.
     *
     * @param at when their last conversation was assigned
     */
    record LastServed(AgentId agent, String name, Instant at) {}
}
