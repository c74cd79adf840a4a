package org.hotdesk.api.conversation;

import java.util.Optional;

/**
 * A product or an order that a message shows.
 *
 * @param title 1 to 200 characters
 * @param text what else is to be said of it, at most 500 characters
 * @param price as it is to be read, such as {@code ¥299.00}
 * @param number of the order or the article
 * @param status of the order, such as {@code shipped}
 * @param url its page, http or https
 * @param image a picture of it, http or https
 */
public record Card(
        Kind kind,
        String title,
        Optional<String> text,
        Optional<String> price,
        Optional<String> number,
        Optional<String> status,
        Optional<String> url,
        Optional<String> image) {

    /** What a card shows. */
    public enum Kind {
        /** Something to buy. */
        PRODUCT,
        /** Something bought. */
        ORDER
    }
}
