package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Category;

/**
 * A category was added, changed or removed.
 *
 * @param removed whether it is gone
 */
public record CategoryChanged(Category category, boolean removed) implements Event {
    @Override
    public String subject() {
        return "category/" + category.id();
    }
}
