package org.hotdesk.conversation;

import java.util.List;
import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Decisions;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.storage.Storage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Decision traces for those who may read their conversations. Visitors never see one. */
@Component
public final class StoredDecisions implements Decisions {
    private final Access access;
    private final Traces traces;

    @Activate
    public StoredDecisions(@Reference Storage storage, @Reference Agents agents) {
        access =
                new Access(
                        agents,
                        storage.mapper(ConversationTable.class),
                        storage.mapper(QueueTable.class));
        traces = new Traces(storage.mapper(DecisionTable.class));
    }

    @Override
    public List<Decision> of(Actor actor, ConversationId conversation) {
        if (actor instanceof Actor.Visitor) {
            throw Access.missing(conversation);
        }
        return traces.of(access.readable(actor, conversation).id());
    }
}
