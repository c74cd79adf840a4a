package org.hotdesk.api.customer;

import java.util.Map;
import java.util.Optional;

/**
 * Where a visitor came from.
 *
 * @param landingPage the first page of the visit, as an absolute URL
 * @param referrer the page that led here; empty when typed in or withheld
 * @param engine name of the search engine that led here, such as {@code baidu}
 * @param keyword what was searched for there, where the engine tells
 * @param utm the campaign parameters of the landing page: {@code source}, {@code medium}, {@code
 *     campaign}, {@code term}, {@code content}
 */
public record Source(
        Optional<String> landingPage,
        Optional<String> referrer,
        Optional<String> engine,
        Optional<String> keyword,
        Map<String, String> utm) {
    public Source {
        utm = Map.copyOf(utm);
    }

    /** Nothing is known. */
    public static Source unknown() {
        return new Source(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }
}
