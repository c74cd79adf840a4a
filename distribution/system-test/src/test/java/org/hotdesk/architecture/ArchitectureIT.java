package org.hotdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class ArchitectureIT {
    private static final Path HOME = Path.of("../server/target/hotdesk");
    private static final Pattern OWN_PACKAGE = Pattern.compile("org\\.hotdesk\\.[\\w.]+");
    private static final List<Bundle> OURS = new ArrayList<>();

    /** One of our bundles: its folder in the installation, and what its manifest says. */
    private record Bundle(Path jar, String name, String imports, String exports) {
        static Bundle of(Path jar) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Manifest manifest = file.getManifest();
                return new Bundle(
                        jar,
                        value(manifest, "Bundle-SymbolicName").replaceFirst(";.*", ""),
                        value(manifest, "Import-Package"),
                        value(manifest, "Export-Package"));
            } catch (IOException unreadable) {
                throw new AssertionError(jar.toString(), unreadable);
            }
        }

        private static String value(Manifest manifest, String header) {
            String value = manifest.getMainAttributes().getValue(header);
            return value == null ? "" : value;
        }

        List<String> importsOfOurs() {
            // Attributes such as uses:="…" name packages too, but nobody imports those.
            return OWN_PACKAGE
                    .matcher(imports.replaceAll("\"[^\"]*\"", ""))
                    .results()
                    .map(match -> match.group())
                    .toList();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        OURS.clear();
        try (Stream<Path> files = Files.walk(HOME)) {
            files.filter(file -> file.getFileName().toString().startsWith("org.hotdesk."))
                    .filter(file -> file.toString().endsWith(".jar"))
                    .map(Bundle::of)
                    .forEach(OURS::add);
        }
        assertThat(OURS).hasSizeGreaterThan(10);
    }

    @Test
    void only_the_api_exports_packages() {
        assertThat(OURS)
                .filteredOn(bundle -> !bundle.exports().isEmpty())
                .extracting(Bundle::name)
                .containsExactly("org.hotdesk.api");
    }

    @Test
    void bundles_meet_in_the_api_alone() {
        assertThat(OURS)
                .allSatisfy(
                        bundle ->
                                assertThat(bundle.importsOfOurs())
                                        .as(bundle.name())
                                        .allMatch(name -> name.startsWith("org.hotdesk.api")));
    }

    @Test
    void nobody_imports_whatever_it_may_be() throws IOException {
        for (Bundle bundle : OURS) {
            try (JarFile file = new JarFile(bundle.jar().toFile())) {
                assertThat(file.getManifest().getMainAttributes().getValue("DynamicImport-Package"))
                        .as(bundle.name())
                        .isNull();
            }
        }
    }

    @Test
    void the_classes_of_a_bundle_are_in_the_package_of_its_name() throws IOException {
        for (Bundle bundle : OURS) {
            String root = bundle.name().replace('.', '/') + "/";
            try (JarFile file = new JarFile(bundle.jar().toFile())) {
                assertThat(
                                file.stream()
                                        .map(entry -> entry.getName())
                                        .filter(name -> name.endsWith(".class"))
                                        .filter(name -> name.startsWith("org/hotdesk/")))
                        .as(bundle.name())
                        .allMatch(name -> name.startsWith(root));
            }
        }
    }
}
