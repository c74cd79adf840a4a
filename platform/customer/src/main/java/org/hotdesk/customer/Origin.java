package org.hotdesk.customer;

import org.hotdesk.api.customer.Source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells from a landing page and its referrer where somebody came from. */
final class Origin {
    private static final int LONGEST_UTM = 200;

    private Origin() {}

    static Source of(WebAddress landing, Optional<String> referrer) {
        return of(Optional.of(landing), referrer);
    }

    static Source of(Optional<WebAddress> landing, Optional<String> referrer) {
        Optional<WebAddress> from = referrer.flatMap(WebAddress::parse);
        Optional<SearchEngine> engine = from.flatMap(SearchEngine::of);
        return new Source(
                landing.map(WebAddress::text),
                from.map(WebAddress::text),
                engine.map(SearchEngine::title),
                engine.flatMap(found -> from.flatMap(found::keyword)),
                landing.map(Origin::utm).orElse(Map.of()));
    }

    private static Map<String, String> utm(WebAddress landing) {
        Map<String, String> utm = new HashMap<>();
        for (String name : List.of("source", "medium", "campaign", "term", "content")) {
            landing.parameters()
                    .text("utm_" + name)
                    .map(text -> Text.cut(text, LONGEST_UTM))
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> utm.put(name, text));
        }
        return utm;
    }
}
