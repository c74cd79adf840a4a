package org.hotdesk.api.customer;

import java.util.Optional;

/**
 * What a browser tells when its visitor arrives or goes to another page. Texts that are too long
 * are cut: URLs at 2,000 characters, titles at 200.
 *
 * @param url the page, absolute, http or https
 * @param language of the page, such as {@code zh-CN} or {@code en}
 */
public record Visit(
        String url,
        String title,
        Optional<String> referrer,
        String language,
        Optional<String> userAgent) {}
