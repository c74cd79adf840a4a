package org.hotdesk.api.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.Optional;

/** The tree of categories; changed with {@code conversation.set-up}. Thread-safe. */
@ProviderType
public interface Categories {

    /**
     * What a category is to be.
     *
     * @param code chosen once: a change keeps that of before
     * @param name at most 100 characters in each language
     * @param place 0 to 10,000
     */
    record Details(Optional<CategoryId> parent, String code, Words name, int place) {}

    /** All of them, at most 500: those of one parent in their order. */
    List<Category> list();

    /**
     * Adds one.
     *
     * @throws org.hotdesk.api.Fault FORBIDDEN; INVALID {@code too-deep} below the third level;
     *     NOT_FOUND for the parent; CONFLICT {@code code-taken}, {@code too-many-categories}
     */
    Category add(Actor actor, Details details);

    /**
     * Changes one, its parent too.
     *
     * @throws org.hotdesk.api.Fault FORBIDDEN; INVALID {@code too-deep}, {@code category-circle};
     *     NOT_FOUND; STALE
     */
    Category change(Actor actor, CategoryId id, long version, Details details);

    /**
     * Removes one; conversations keep its code. What is not there is removed already.
     *
     * @throws org.hotdesk.api.Fault FORBIDDEN; CONFLICT {@code category-not-empty}
     */
    void remove(Actor actor, CategoryId id);
}
