package org.hotdesk.live;

import org.hotdesk.api.conversation.Conversations;
import org.hotdesk.api.conversation.Notes;
import org.hotdesk.api.conversation.Surveys;
import org.hotdesk.api.customer.Visitors;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.SignIns;

/** The services that do what clients ask for. */
record Services(
        Conversations conversations,
        Notes notes,
        Surveys surveys,
        Visitors visitors,
        SignIns signIns,
        Presences presences) {}
