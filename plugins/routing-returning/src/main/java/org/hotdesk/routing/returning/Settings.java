package org.hotdesk.routing.returning;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How long customers wait for the agent whom they know. */
@ObjectClassDefinition(
        localization = "OSGI-INF/l10n/settings",
        name = "%name",
        description = "%description")
@interface Settings {
    @AttributeDefinition(
            name = "%waitSeconds",
            description = "%waitSeconds.description",
            min = "0",
            max = "600")
    int waitSeconds() default 30;

    @AttributeDefinition(
            name = "%memoryDays",
            description = "%memoryDays.description",
            min = "1",
            max = "3650")
    int memoryDays() default 180;
}
