package org.hotdesk.api.conversation;

import org.hotdesk.api.Words;

import java.util.Optional;

/**
 * What a conversation can be about; categories are a tree of at most three levels.
 *
 * @param parent empty at the top
 * @param code 1 to 100 of {@code a-z0-9-}; what a conversation keeps, also when the category is
 *     gone
 * @param place order among those of the same parent
 * @param version grows with every change
 */
public record Category(
        CategoryId id,
        Optional<CategoryId> parent,
        String code,
        Words name,
        int place,
        long version) {}
