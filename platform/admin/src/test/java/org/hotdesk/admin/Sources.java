package org.hotdesk.admin;

import org.hotdesk.testkit.PluginJar;

/** Plugins for the tests of this bundle. */
final class Sources {
    private Sources() {}

    private static final String GOOD =
            """
            import org.hotdesk.api.extension.Extension;
            import org.hotdesk.api.routing.*;
            import org.osgi.service.component.annotations.*;

            @Component
            @Extension("%s")
            public final class Good implements RoutingStrategy {
                %s
                @Override
                public Preference choose(RoutingRequest request) {
                    return Preference.none();
                }
            }
            """;

    static PluginJar good(String version) {
        return strategy("good", version, "good", "");
    }

    static PluginJar strategy(String name, String version, String extension, String members) {
        return PluginJar.of(name, version, GOOD.formatted(extension, members));
    }

    /** One whose component throws when it is made. */
    static PluginJar failing(String version) {
        return strategy(
                "good",
                version,
                "good",
                "public Good() { throw new IllegalStateException(\"no fuel\"); }");
    }

    /** One that needs a service which nobody offers. */
    static PluginJar waiting(String version) {
        return strategy("good", version, "good", "@Reference Runnable engine;");
    }
}
