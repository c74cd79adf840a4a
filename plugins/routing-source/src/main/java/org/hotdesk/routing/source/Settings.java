package org.hotdesk.routing.source;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The rules, in the order in which they are asked. */
@ObjectClassDefinition(
        localization = "OSGI-INF/l10n/settings",
        name = "%name",
        description = "%description")
@interface Settings {
    @AttributeDefinition(name = "%rules", description = "%rules.description")
    String rules() default "[]";
}
