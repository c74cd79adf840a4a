package org.hotdesk.customer;

import static org.hotdesk.api.Permission.CUSTOMER_READ;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.VisitorIdentified;
import org.hotdesk.api.event.VisitorViewed;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The people on the site, in the database. */
@Component
public final class VisitorBook implements Visitors {
    private static final Actor ACTOR = new Actor.Platform("customer");
    private static final int KEPT_VIEWS = 200;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_USER_AGENT = 500;
    private static final Duration SAME_VIEW = Duration.ofSeconds(1);
    private static final Pattern LANGUAGE =
            Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}");
    private static final int MOST_KNOWN_TOKENS = 50_000;

    private final VisitorRows rows;
    private final Transactions transactions;
    private final Events events;
    private final Stores stores;
    private final Clock clock;

    /** A token means the same visitor for ever. */
    private final Cache<String, VisitorId> tokens =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN_TOKENS).build();

    @Activate
    public VisitorBook(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Stores stores) {
        this(storage, transactions, events, stores, Clock.systemUTC());
    }

    VisitorBook(
            Storage storage, Transactions transactions, Events events, Stores stores, Clock clock) {
        this.rows = storage.mapper(VisitorRows.class);
        this.transactions = transactions;
        this.events = events;
        this.stores = stores;
        this.clock = clock;
    }

    @Override
    public Arrival arrive(Visit visit) {
        WebAddress landing = address(visit);
        PageView page = page(landing, visit);
        VisitorRow row =
                VisitorRow.arriving(
                        Origin.of(landing, visit.referrer()),
                        page,
                        language(visit),
                        visit.userAgent().map(text -> Text.cut(text, LONGEST_USER_AGENT)));
        VisitorToken token = VisitorToken.random();
        VisitorId id =
                transactions.run(
                        () -> {
                            var visitor = new VisitorId(rows.insert(token.hash(), row));
                            rows.insertView(visitor, page);
                            record(visitor, page);
                            return visitor;
                        });
        // They connect next.
        tokens.put(token.hash(), id);
        return new Arrival(id, token.value());
    }

    @Override
    public Source origin(Optional<String> landingPage, Optional<String> referrer) {
        return Origin.of(landingPage.flatMap(WebAddress::parse), referrer);
    }

    @Override
    public Optional<VisitorId> byToken(String token) {
        var secret = new VisitorToken(token);
        if (!secret.isWellFormed()) {
            return Optional.empty();
        }
        String hash = secret.hash();
        VisitorId known = tokens.getIfPresent(hash);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<VisitorId> found = rows.byToken(hash).map(VisitorId::new);
        found.ifPresent(visitor -> tokens.put(hash, visitor));
        return found;
    }

    @Override
    public void viewed(VisitorId visitor, Visit visit) {
        PageView page = page(address(visit), visit);
        transactions.run(
                () -> {
                    VisitorRows.Latest latest =
                            rows.lock(visitor)
                                    .orElseThrow(() -> Fault.notFound("visitor", visitor));
                    if (isSame(latest, page)) {
                        rows.seen(visitor, page.at());
                        return;
                    }
                    rows.moveTo(visitor, page, language(visit));
                    rows.insertView(visitor, page);
                    if (latest.pageViews() >= KEPT_VIEWS) {
                        rows.firstBeyond(visitor, KEPT_VIEWS)
                                .ifPresent(last -> rows.forgetViews(visitor, last));
                    }
                    record(visitor, page);
                });
    }

    private static boolean isSame(VisitorRows.Latest latest, PageView page) {
        return latest.currentUrl().equals(page.url())
                && page.at().isBefore(latest.currentAt().plus(SAME_VIEW));
    }

    @Override
    public Visitor find(Actor actor, VisitorId id) {
        actor.require(CUSTOMER_READ);
        return row(id).visitor();
    }

    @Override
    public List<PageView> pages(Actor actor, VisitorId id, int limit) {
        actor.require(CUSTOMER_READ);
        if (limit < 1 || limit > KEPT_VIEWS) {
            throw Fault.invalid(
                    "limit",
                    "out-of-range",
                    new Words("条数为 1 到 200。", "A limit is from 1 to 200."));
        }
        return rows.views(id, limit).stream().map(VisitorRows.View::page).toList();
    }

    @Override
    public Optional<CustomerId> identify(VisitorId visitor) {
        Optional<CustomerId> known = row(visitor).visitor().customer();
        if (known.isPresent()) {
            return known;
        }
        String key = "visitor-" + visitor;
        Stores.Reply<Customer> reply =
                stores.ask(store -> store.add(key, CustomerDetails.named("")));
        return switch (reply) {
            case Stores.Reply.Answer<Customer> added -> identified(visitor, added.value());
            case Stores.Reply.Refusal<Customer> refusal -> throw refusal.fault();
            case Stores.Reply.Silence<Customer> silence -> Optional.empty();
        };
    }

    private Optional<CustomerId> identified(VisitorId visitor, Customer customer) {
        transactions.run(
                () -> {
                    if (rows.identify(visitor, customer.id(), customer.details().name())) {
                        events.record(ACTOR, new VisitorIdentified(visitor, customer.id()));
                    }
                });
        return row(visitor).visitor().customer();
    }

    private void record(VisitorId visitor, PageView page) {
        events.record(new Actor.Visitor(visitor), new VisitorViewed(visitor, page));
    }

    private VisitorRow row(VisitorId id) {
        return rows.find(id).orElseThrow(() -> Fault.notFound("visitor", id));
    }

    private static WebAddress address(Visit visit) {
        return WebAddress.parse(visit.url())
                .orElseThrow(
                        () ->
                                Fault.invalid(
                                        "url",
                                        "not-a-web-page",
                                        new Words(
                                                "页面地址须为完整的 http 或 https 网址。",
                                                "The page needs an absolute http or https URL.")));
    }

    private PageView page(WebAddress address, Visit visit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new PageView(address.text(), Text.cut(visit.title(), LONGEST_TITLE), now);
    }

    /** Pages say all kinds of things here; nobody is turned away for it. */
    private static String language(Visit visit) {
        return LANGUAGE.matcher(visit.language()).matches()
                ? visit.language().replace('_', '-')
                : "en";
    }
}
