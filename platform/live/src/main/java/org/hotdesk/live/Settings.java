package org.hotdesk.live;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings {@code live.…}. */
@ObjectClassDefinition(name = "Live")
@interface Settings {
    /** The one configuration of this bundle. */
    String PID = "org.hotdesk.live";

    @AttributeDefinition(
            description = "frames a second from one connection, over 10 seconds; 0: no limit")
    int framesPerSecond() default 20;

    @AttributeDefinition(description = "largest frame from a client, in KB")
    int frameKilobytes() default 32;

    @AttributeDefinition(description = "connections at once; more are asked to come later")
    int maxConnections() default 20_000;

    @AttributeDefinition(description = "whether agents see what a visitor is typing")
    boolean typingPreview() default false;

    @AttributeDefinition(
            description = "origins besides the server's own that staff may connect from")
    String[] origins() default {};
}
