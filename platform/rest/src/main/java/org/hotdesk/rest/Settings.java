package org.hotdesk.rest;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings {@code rest.…}. */
@ObjectClassDefinition(name = "REST")
@interface Settings {
    /** The one configuration of this bundle. */
    String PID = "org.hotdesk.rest";

    @AttributeDefinition(description = "new visitors from one address per minute; 0: no limit")
    int visitorsPerMinute() default 600;

    @AttributeDefinition(description = "sign-ins from one address per minute; 0: no limit")
    int signInsPerMinute() default 600;
}
