package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Decisions;
import org.hotdesk.api.routing.Reception;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;

/** Decision traces for those who may read their conversations. Visitors never see one. */
@Component
public final class StoredDecisions implements Decisions {
    private final Access access;
    private final Traces traces;
    private final ReceptionBook receptions;

    @Activate
    public StoredDecisions(
            @Reference Tables tables,
            @Reference Access access,
            @Reference ReceptionBook receptions) {
        this.access = access;
        this.receptions = receptions;
        traces = new Traces(tables.decisions());
    }

    @Override
    public List<Decision> of(Actor actor, ConversationId conversation) {
        return traces.of(readable(actor, conversation));
    }

    @Override
    public Optional<Reception> reception(Actor actor, ConversationId conversation) {
        return receptions.of(readable(actor, conversation));
    }

    private long readable(Actor actor, ConversationId conversation) {
        if (actor instanceof Actor.Visitor) {
            throw Access.missing(conversation);
        }
        return access.readable(actor, conversation).id();
    }
}
