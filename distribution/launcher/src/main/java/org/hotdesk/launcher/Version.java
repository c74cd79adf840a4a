package org.hotdesk.launcher;

import java.util.Optional;

/** Which Hotdesk this is. */
final class Version {

    private Version() {}

    static String hotdesk() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("of unknown version");
    }

    static String text() {
        return "Hotdesk %s (Java %s)".formatted(hotdesk(), Runtime.version());
    }
}
