package org.hotdesk.api.event;

import org.hotdesk.api.conversation.Party;
import org.hotdesk.api.conversation.Survey;

/** A visitor was asked what they thought, was reminded of it, or let the time pass. */
public record SurveyChanged(Survey survey, Party party) implements Event {
    @Override
    public String subject() {
        return "conversation/" + survey.conversation();
    }
}
