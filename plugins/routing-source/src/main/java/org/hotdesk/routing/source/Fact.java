package org.hotdesk.routing.source;

import org.hotdesk.api.routing.Arrival;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule can ask of an arrival. Most facts have one value or none; tags have several. */
enum Fact {
    CHANNEL("channel"),
    ENTRY_POINT("entry-point"),
    LANDING_PAGE("landing-page"),
    CURRENT_PAGE("current-page"),
    REFERRER("referrer"),
    ENGINE("engine"),
    KEYWORD("keyword"),
    UTM_SOURCE("utm-source"),
    UTM_MEDIUM("utm-medium"),
    UTM_CAMPAIGN("utm-campaign"),
    UTM_TERM("utm-term"),
    UTM_CONTENT("utm-content"),
    REGION("region"),
    LANGUAGE("language"),
    CATEGORY("category"),
    CART("cart"),
    ORDERS("orders"),
    LEVEL("level"),
    TAG("tag");

    private final String title;

    Fact(String title) {
        this.title = title;
    }

    static Fact named(String title) {
        return Arrays.stream(values())
                .filter(fact -> fact.title.equals(title))
                .findFirst()
                .orElseThrow(() -> unknown(title));
    }

    private static BadRule unknown(String title) {
        String all =
                Arrays.stream(values()).map(fact -> fact.title).collect(Collectors.joining(", "));
        return new BadRule(
                "没有条件“" + title + "”；可用的有 " + all + "。",
                "There is no fact \"" + title + "\"; there are " + all + ".");
    }

    List<String> of(Arrival arrival) {
        return switch (this) {
            case CHANNEL -> List.of(arrival.channel());
            case ENTRY_POINT -> List.of(arrival.entryPoint());
            case LANDING_PAGE -> list(arrival.source().landingPage());
            case CURRENT_PAGE -> list(arrival.currentPage());
            case REFERRER -> list(arrival.source().referrer());
            case ENGINE -> list(arrival.source().engine());
            case KEYWORD -> list(arrival.source().keyword());
            case UTM_SOURCE -> utm(arrival, "source");
            case UTM_MEDIUM -> utm(arrival, "medium");
            case UTM_CAMPAIGN -> utm(arrival, "campaign");
            case UTM_TERM -> utm(arrival, "term");
            case UTM_CONTENT -> utm(arrival, "content");
            case REGION -> list(arrival.region());
            case LANGUAGE -> List.of(arrival.language());
            case CATEGORY -> list(arrival.category());
            case CART -> list(arrival.cart().map(BigDecimal::toPlainString));
            case ORDERS -> list(arrival.orders().map(Object::toString));
            case LEVEL -> list(arrival.level());
            case TAG -> arrival.tags();
        };
    }

    private static List<String> list(Optional<String> value) {
        return value.stream().toList();
    }

    private static List<String> utm(Arrival arrival, String parameter) {
        return list(Optional.ofNullable(arrival.source().utm().get(parameter)));
    }
}
