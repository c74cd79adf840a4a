package org.hotdesk.api.event;

/** A fact: something that happened and was kept. All of them are listed here. */
public sealed interface Event
        permits AgentChanged,
                BundleChanged,
                CalendarChanged,
                CategoryChanged,
                ConversationAssigned,
                ConversationClosed,
                ConversationOpened,
                ConversationQueued,
                ConversationRated,
                ConversationReopened,
                ConversationUnanswered,
                ConversationWrappedUp,
                EndingRulesChanged,
                EntryPointChanged,
                MessagePosted,
                MessagesRead,
                NoteWritten,
                PresenceChanged,
                RoutingPlanChanged,
                SettingsChanged,
                SurveyChanged,
                TeamCalendarChanged,
                TeamChanged,
                VisitorIdentified,
                VisitorViewed {

    /**
     * What it is about, as {@code conversation/17}. Listeners hear the events of one subject in the
     * order of their commits.
     */
    String subject();
}
