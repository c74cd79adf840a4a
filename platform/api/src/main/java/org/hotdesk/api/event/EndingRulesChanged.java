package org.hotdesk.api.event;

import org.hotdesk.api.conversation.EndingRules;

/** A team ends its conversations by other rules than before. */
public record EndingRulesChanged(EndingRules rules) implements Event {
    @Override
    public String subject() {
        return "team/" + rules.team();
    }
}
