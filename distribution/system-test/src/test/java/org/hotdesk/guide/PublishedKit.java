package org.hotdesk.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What {@code mvn install} gives to plugin authors, in a Maven repository of its own. */
final class PublishedKit {
    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** Published poms, and where they lie in the tree. */
    private static final Map<String, String> POMS =
            Map.of(
                    "hotdesk", "",
                    "platform", "platform",
                    "plugins", "plugins",
                    "api", "platform/api",
                    "testkit", "platform/testkit");

    private PublishedKit() {}

    /** Lays the repository out, and answers the settings file that names it. */
    static Path in(Path folder) throws IOException {
        Path repository = folder.resolve("repository");
        for (Map.Entry<String, String> one : POMS.entrySet()) {
            Path source = ROOT.resolve(one.getValue());
            Path target =
                    Files.createDirectories(
                            repository.resolve("org/hotdesk/" + one.getKey() + "/" + VERSION));
            String file = one.getKey() + "-" + VERSION;
            Files.copy(source.resolve("pom.xml"), target.resolve(file + ".pom"));
            Path jar = source.resolve("target").resolve(file + ".jar");
            if (Files.exists(jar)) {
                Files.copy(jar, target.resolve(file + ".jar"));
            }
        }
        return Files.writeString(
                folder.resolve("settings.xml"),
                """
                <settings>
                  <localRepository>%s</localRepository>
                  <profiles><profile><id>kit</id><repositories><repository>
                    <id>kit</id><url>%s</url>
                    <snapshots><enabled>true</enabled><updatePolicy>always</updatePolicy></snapshots>
                  </repository></repositories></profile></profiles>
                  <activeProfiles><activeProfile>kit</activeProfile></activeProfiles>
                </settings>
                """
                        .formatted(localRepository(), repository.toUri()));
    }

    private static String localRepository() {
        String own = Path.of(System.getProperty("user.home"), ".m2/repository").toString();
        return System.getProperty("localRepository", own);
    }
}
