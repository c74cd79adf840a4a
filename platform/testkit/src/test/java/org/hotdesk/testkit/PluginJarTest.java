package org.hotdesk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.JarFile;

class PluginJarTest {
    private static final String STRATEGY =
            """
            import org.hotdesk.api.extension.Extension;
            import org.hotdesk.api.routing.*;
            import org.osgi.service.component.annotations.Component;

            @Component
            @Extension("good")
            public final class Good implements RoutingStrategy {
                @Override
                public Preference choose(RoutingRequest request) {
                    return Preference.none();
                }
            }
            """;

    @TempDir Path folder;

    @Test
    void a_source_becomes_a_bundle_that_imports_the_api_in_its_range() throws IOException {
        Path jar = PluginJar.of("routing-good", "1.2.3", STRATEGY).in(folder);
        assertThat(jar).hasFileName("test.routing.good-1.2.3.jar");
        try (JarFile bundle = new JarFile(jar.toFile())) {
            var headers = bundle.getManifest().getMainAttributes();
            assertThat(headers.getValue("Import-Package"))
                    .contains("org.hotdesk.api.routing;version=\"[1.0,2)\"");
            assertThat(headers.getValue("Service-Component"))
                    .isEqualTo("OSGI-INF/test.routing.good.Good.xml");
        }
    }

    @Test
    void another_range_can_be_asked_for() throws IOException {
        Path jar =
                PluginJar.of("routing-good", "1.0.0", STRATEGY)
                        .importing("org.hotdesk.api.routing", "[2.0,3)")
                        .in(folder);
        try (JarFile bundle = new JarFile(jar.toFile())) {
            assertThat(bundle.getManifest().getMainAttributes().getValue("Import-Package"))
                    .contains("org.hotdesk.api.routing;version=\"[2.0,3)\"");
        }
    }
}
