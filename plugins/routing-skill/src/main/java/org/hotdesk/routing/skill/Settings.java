package org.hotdesk.routing.skill;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What counts in the learned skill, and for how long. */
@ObjectClassDefinition(
        localization = "OSGI-INF/l10n/settings",
        name = "%name",
        description = "%description")
@interface Settings {
    @AttributeDefinition(name = "%learned", description = "%learned.description")
    boolean learned() default true;

    @AttributeDefinition(
            name = "%windowDays",
            description = "%windowDays.description",
            min = "1",
            max = "400")
    int windowDays() default 90;

    @AttributeDefinition(
            name = "%satisfactionWeight",
            description = "%weight.description",
            min = "0",
            max = "100")
    int satisfactionWeight() default 50;

    @AttributeDefinition(
            name = "%resolutionWeight",
            description = "%weight.description",
            min = "0",
            max = "100")
    int resolutionWeight() default 40;

    @AttributeDefinition(
            name = "%conversionWeight",
            description = "%weight.description",
            min = "0",
            max = "100")
    int conversionWeight() default 10;

    @AttributeDefinition(
            name = "%marginPercent",
            description = "%marginPercent.description",
            min = "0",
            max = "100")
    int marginPercent() default 10;
}
