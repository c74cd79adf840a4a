package org.hotdesk.api.event;

import org.hotdesk.api.routing.EntryPoint;

/**
 * An entry point is another than before, or gone.
 *
 * @param removed whether it is gone
 */
public record EntryPointChanged(EntryPoint entryPoint, boolean removed) implements Event {
    @Override
    public String subject() {
        return "entry-point/" + entryPoint.key();
    }
}
