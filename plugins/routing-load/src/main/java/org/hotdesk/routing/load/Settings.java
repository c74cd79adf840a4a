package org.hotdesk.routing.load;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Which load counts. */
@ObjectClassDefinition(
        localization = "OSGI-INF/l10n/settings",
        name = "%name",
        description = "%description")
@interface Settings {
    @AttributeDefinition(
            name = "%measure",
            description = "%measure.description",
            options = {
                @Option(label = "%measure.open", value = "open-now"),
                @Option(label = "%measure.handled", value = "handled-today")
            })
    String measure() default "open-now";
}
