package org.hotdesk.customer;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A visitor as stored; the id is 0 as long as the database gave none. */
record VisitorRow(
        long id,
        Optional<String> customerId,
        Optional<String> customerName,
        String language,
        Optional<String> userAgent,
        Optional<String> landingPage,
        Optional<String> referrer,
        Optional<String> engine,
        Optional<String> keyword,
        Optional<String> utmSource,
        Optional<String> utmMedium,
        Optional<String> utmCampaign,
        Optional<String> utmTerm,
        Optional<String> utmContent,
        String currentUrl,
        String currentTitle,
        Instant currentAt,
        Instant firstSeen,
        Instant lastSeen) {

    /** Somebody who looks at the first page. */
    static VisitorRow arriving(
            Source source, PageView page, String language, Optional<String> userAgent) {
        return new VisitorRow(
                0,
                Optional.empty(),
                Optional.empty(),
                language,
                userAgent,
                source.landingPage(),
                source.referrer(),
                source.engine(),
                source.keyword(),
                Optional.ofNullable(source.utm().get("source")),
                Optional.ofNullable(source.utm().get("medium")),
                Optional.ofNullable(source.utm().get("campaign")),
                Optional.ofNullable(source.utm().get("term")),
                Optional.ofNullable(source.utm().get("content")),
                page.url(),
                page.title(),
                page.at(),
                page.at(),
                page.at());
    }

    Visitor visitor() {
        return new Visitor(
                new VisitorId(id),
                customerId.map(CustomerId::new),
                customerName
                        .filter(name -> !name.isBlank())
                        .orElseGet(() -> VisitorName.of(id, language)),
                language,
                source(),
                Optional.of(new PageView(currentUrl, currentTitle, currentAt)),
                userAgent,
                firstSeen,
                lastSeen);
    }

    private Source source() {
        Map<String, String> utm = new HashMap<>();
        utmSource.ifPresent(value -> utm.put("source", value));
        utmMedium.ifPresent(value -> utm.put("medium", value));
        utmCampaign.ifPresent(value -> utm.put("campaign", value));
        utmTerm.ifPresent(value -> utm.put("term", value));
        utmContent.ifPresent(value -> utm.put("content", value));
        return new Source(landingPage, referrer, engine, keyword, utm);
    }
}
