package org.hotdesk.rest;

import java.util.List;

/** A group of addresses under {@code /api/v1}: turns requests into calls of services, no more. */
interface Resource {
    /** All of them; the REST interface starts when all are there. */
    List<Class<? extends Resource>> ALL =
            List.of(
                    SessionResource.class,
                    AgentsResource.class,
                    TeamsResource.class,
                    RoutingResource.class,
                    CalendarsResource.class,
                    EntryPointsResource.class,
                    DryRunsResource.class,
                    ShadowsResource.class,
                    ReplaysResource.class,
                    TrackRecordsResource.class,
                    ConversionsResource.class,
                    VisitorsResource.class,
                    CustomersResource.class,
                    ConversationsResource.class,
                    NotesResource.class,
                    AttachmentsResource.class,
                    WordsResource.class,
                    QuickRepliesResource.class,
                    EndingRulesResource.class,
                    SurveysResource.class,
                    SatisfactionResource.class,
                    WrapUpsResource.class,
                    CategoriesResource.class,
                    BundlesResource.class,
                    SettingsResource.class,
                    SystemResource.class);

    /** How many those are, as a component property. */
    String ALL_THERE = "resources.cardinality.minimum:Integer=26";
}
