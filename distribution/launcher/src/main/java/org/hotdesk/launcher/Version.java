package org.hotdesk.launcher;

import org.apache.felix.framework.FrameworkFactory;

import java.util.Optional;

/** Which Hotdesk this is, on which Java and framework. */
final class Version {

    private Version() {}

    static String hotdesk() {
        return of(Version.class);
    }

    static String text() {
        return "Hotdesk %s (Java %s, Felix %s)"
                .formatted(hotdesk(), Runtime.version(), of(FrameworkFactory.class));
    }

    private static String of(Class<?> type) {
        return Optional.ofNullable(type.getPackage().getImplementationVersion())
                .orElse("of unknown version");
    }
}
