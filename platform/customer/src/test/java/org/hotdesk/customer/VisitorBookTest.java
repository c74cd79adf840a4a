package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.FORBIDDEN;
import static org.hotdesk.api.Fault.Category.INVALID;
import static org.hotdesk.api.Fault.Category.NOT_FOUND;
import static org.hotdesk.customer.Desk.AGENT;
import static org.hotdesk.customer.Desk.SHOP;
import static org.hotdesk.customer.Desk.page;
import static org.hotdesk.customer.Faults.assertRefused;

import org.hotdesk.api.Actor;
import org.hotdesk.api.customer.PageView;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.Visit;
import org.hotdesk.api.customer.Visitor;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.customer.Visitors.Arrival;
import org.hotdesk.api.event.VisitorViewed;
import org.hotdesk.persistence.OnBothDatabases;
import org.hotdesk.persistence.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

@OnBothDatabases
class VisitorBookTest {
    private Desk desk;

    @BeforeEach
    void open(TestDatabase database) {
        desk = new Desk(database);
    }

    @Test
    void a_visitor_is_kept_with_where_they_came_from() {
        Arrival arrival =
                desk.visitors.arrive(
                        new Visit(
                                SHOP + "/kettle?utm_source=weixin&utm_campaign=%E6%98%A5%E8%8A%82",
                                "电热水壶 | 青禾商城",
                                Optional.of("https://www.baidu.com/s?wd=%D4%DA%CF%DF%BF%CD%B7%FE"),
                                "zh-CN",
                                Optional.of("Mozilla/5.0")));

        Visitor visitor = desk.visitors.find(AGENT, arrival.visitor());
        assertThat(visitor.source())
                .isEqualTo(
                        new Source(
                                Optional.of(
                                        SHOP
                                                + "/kettle?utm_source=weixin&utm_campaign="
                                                + "%E6%98%A5%E8%8A%82"),
                                Optional.of("https://www.baidu.com/s?wd=%D4%DA%CF%DF%BF%CD%B7%FE"),
                                Optional.of("baidu"),
                                Optional.of("在线客服"),
                                Map.of("source", "weixin", "campaign", "春节")));
        assertThat(visitor.name()).startsWith("访客 ");
        assertThat(visitor.userAgent()).contains("Mozilla/5.0");
        assertThat(visitor.customer()).isEmpty();
        assertThat(visitor.current().map(PageView::title)).contains("电热水壶 | 青禾商城");
        assertThat(visitor.firstSeen()).isEqualTo(desk.clock.instant());
        assertThat(desk.heard(VisitorViewed.class)).hasSize(1);
    }

    @Test
    void a_visitor_is_known_by_the_token_alone() {
        Arrival arrival = desk.visitors.arrive(page("/"));

        assertThat(desk.visitors.byToken(arrival.token())).contains(arrival.visitor());
        assertThat(desk.visitors.byToken(arrival.token())).contains(arrival.visitor());
        assertThat(desk.visitors.byToken(VisitorToken.random().value())).isEmpty();
        assertThat(desk.visitors.byToken("")).isEmpty();
        assertThat(desk.visitors.byToken("' OR 1=1 --")).isEmpty();
    }

    @Test
    void a_token_outlives_a_restart(TestDatabase database) {
        Arrival arrival = desk.visitors.arrive(page("/"));

        assertThat(new Desk(database).visitors.byToken(arrival.token()))
                .contains(arrival.visitor());
    }

    @Test
    void pages_are_listed_newest_first() {
        VisitorId visitor = desk.visitors.arrive(page("/")).visitor();
        desk.clock.advance(Duration.ofSeconds(20));
        desk.visitors.viewed(visitor, page("/kettle"));
        desk.clock.advance(Duration.ofSeconds(40));
        desk.visitors.viewed(visitor, page("/cart"));

        assertThat(desk.visitors.pages(AGENT, visitor, 2))
                .extracting(PageView::url)
                .containsExactly(SHOP + "/cart", SHOP + "/kettle");
        Visitor seen = desk.visitors.find(AGENT, visitor);
        assertThat(seen.current().map(PageView::url)).contains(SHOP + "/cart");
        assertThat(seen.source().landingPage()).contains(SHOP + "/");
        assertThat(seen.lastSeen()).isEqualTo(desk.clock.instant());
        assertThat(desk.heard(VisitorViewed.class)).hasSize(3);
    }

    @Test
    void the_same_page_again_within_a_second_counts_once() {
        VisitorId visitor = desk.visitors.arrive(page("/")).visitor();
        desk.clock.advance(Duration.ofMillis(999));
        desk.visitors.viewed(visitor, page("/"));
        assertThat(desk.visitors.pages(AGENT, visitor, 200)).hasSize(1);

        desk.visitors.viewed(visitor, page("/cart"));
        desk.clock.advance(Duration.ofSeconds(1));
        desk.visitors.viewed(visitor, page("/cart"));

        assertThat(desk.visitors.pages(AGENT, visitor, 200)).hasSize(3);
    }

    @Test
    void the_newest_two_hundred_pages_are_kept() {
        VisitorId visitor = desk.visitors.arrive(page("/0")).visitor();
        VisitorId other = desk.visitors.arrive(page("/other")).visitor();

        IntStream.rangeClosed(1, 230).forEach(i -> desk.visitors.viewed(visitor, page("/" + i)));

        List<PageView> pages = desk.visitors.pages(AGENT, visitor, 200);
        assertThat(pages).hasSize(200);
        assertThat(pages.getFirst().url()).isEqualTo(SHOP + "/230");
        assertThat(pages.getLast().url()).isEqualTo(SHOP + "/31");
        assertThat(desk.visitors.pages(AGENT, other, 200)).hasSize(1);
    }

    @Test
    void what_is_too_long_is_cut_and_strange_languages_turn_nobody_away() {
        VisitorId visitor =
                desk.visitors
                        .arrive(
                                new Visit(
                                        SHOP + "/" + "茶".repeat(3_000),
                                        "🍵".repeat(300),
                                        Optional.of("https://example.com/" + "y".repeat(5_000)),
                                        "{{ lang }}",
                                        Optional.of("U".repeat(9_000))))
                        .visitor();

        Visitor seen = desk.visitors.find(AGENT, visitor);
        assertThat(seen.current().orElseThrow().url()).hasSize(2_000);
        assertThat(seen.current().orElseThrow().title()).isEqualTo("🍵".repeat(100));
        assertThat(seen.source().referrer().orElseThrow()).hasSize(2_000);
        assertThat(seen.userAgent().orElseThrow()).hasSize(500);
        assertThat(seen.language()).isEqualTo("en");
    }

    @Test
    void only_web_pages_are_kept() {
        var script = new Visit("javascript:alert(1)", "", Optional.empty(), "en", Optional.empty());
        VisitorId visitor =
                desk.visitors
                        .arrive(
                                new Visit(
                                        SHOP,
                                        "",
                                        Optional.of("javascript:alert(1)"),
                                        "en",
                                        Optional.empty()))
                        .visitor();

        assertThat(desk.visitors.find(AGENT, visitor).source().referrer()).isEmpty();
        assertRefused(INVALID, () -> desk.visitors.arrive(script))
                .matches(fault -> fault.field().equals(Optional.of("url")));
        assertRefused(INVALID, () -> desk.visitors.viewed(visitor, script));
    }

    @Test
    void who_asks_needs_the_right_to_and_a_visitor_who_exists() {
        VisitorId visitor = desk.visitors.arrive(page("/")).visitor();
        Actor themselves = new Actor.Visitor(visitor);

        assertRefused(FORBIDDEN, () -> desk.visitors.find(themselves, visitor));
        assertRefused(FORBIDDEN, () -> desk.visitors.pages(themselves, visitor, 10));
        assertRefused(NOT_FOUND, () -> desk.visitors.find(AGENT, new VisitorId(99_999)));
        assertRefused(NOT_FOUND, () -> desk.visitors.viewed(new VisitorId(99_999), page("/")));
        assertRefused(INVALID, () -> desk.visitors.pages(AGENT, visitor, 0));
        assertRefused(INVALID, () -> desk.visitors.pages(AGENT, visitor, 201));
    }
}
