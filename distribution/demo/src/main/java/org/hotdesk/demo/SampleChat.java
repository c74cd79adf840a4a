package org.hotdesk.demo;

import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.Visit;

import java.util.List;
import java.util.Optional;

/**
 * A past conversation of the sample shop, as it is to be played.
 *
 * @param agent login of who answered
 * @param customer who asked; empty for somebody who never said
 * @param visits the pages that were looked at before, oldest first
 * @param lines what was said; the visitor speaks first
 */
record SampleChat(
        int number,
        String language,
        Words team,
        String agent,
        Optional<CustomerDetails> customer,
        List<Visit> visits,
        String category,
        Optional<Rating> rating,
        List<Line> lines) {

    /** What one of the two said. */
    record Line(Author.Side side, String text) {}

    /** Under this client id a line is sent, however often the samples are played. */
    String clientId(int line) {
        return "sample-" + number + "-" + line;
    }
}
