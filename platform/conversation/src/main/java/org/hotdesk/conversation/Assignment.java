package org.hotdesk.conversation;

import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.staff.AgentId;

/** Who is to get a conversation, and why; nothing is written yet. */
record Assignment(ConversationRow row, Waiting waiting, Candidate candidate, Decision decision) {
    AgentId agent() {
        return candidate.agent();
    }

    /** The same, about the row as it is now. */
    Assignment with(ConversationRow locked) {
        return new Assignment(locked, waiting, candidate, decision);
    }
}
