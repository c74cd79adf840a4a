package org.hotdesk.benchmark.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hotdesk.benchmark.client.Refusal;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

import javax.tools.ToolProvider;

/** A plugin with one REST resource, compiled on the spot against the installation. */
final class PingPlugin {
    /** Where the resource answers. */
    static final String PATH = "api/v1/plugins/bench-ping/ping";

    private static final String SOURCE =
            """
            package org.hotdesk.bench.ping;

            import jakarta.ws.rs.GET;
            import jakarta.ws.rs.Path;
            import jakarta.ws.rs.Produces;
            import java.util.Set;
            import org.hotdesk.api.rest.RestResources;

            public final class Ping implements RestResources {
                @Override
                public Set<Object> resources() {
                    return Set.of(new Resource());
                }

                @Path("ping")
                public static final class Resource {
                    @GET
                    @Produces("text/plain")
                    public String ping() {
                        return "pong";
                    }
                }
            }
            """;

    private static final String COMPONENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="org.hotdesk.bench.ping.Ping">
              <property name="extension" type="String" value="bench-ping"/>
              <service><provide interface="org.hotdesk.api.rest.RestResources"/></service>
              <implementation class="org.hotdesk.bench.ping.Ping"/>
            </scr:component>
            """;

    private PingPlugin() {}

    /** Compiles it in a folder. */
    static PluginJar build(Path folder) {
        try {
            var source = folder.resolve("Ping.java");
            Files.writeString(source, SOURCE);
            var classes = Files.createDirectories(folder.resolve("ping-classes"));
            compile(source, classes);
            return new PluginJar(jar(classes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void compile(Path source, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw Refusal.failure("bench swap needs a JDK; this Java has no compiler");
        }
        try (var jars = Files.walk(OwnServer.home().resolve("bundles").toRealPath())) {
            var classPath =
                    jars.map(Path::toString)
                            .filter(name -> name.endsWith(".jar"))
                            .collect(Collectors.joining(File.pathSeparator));
            var said = new ByteArrayOutputStream();
            var arguments =
                    List.of(
                            "-proc:none",
                            "-cp",
                            classPath,
                            "-d",
                            classes.toString(),
                            source.toString());
            if (compiler.run(null, said, said, arguments.toArray(String[]::new)) != 0) {
                throw Refusal.failure(
                        "The plugin to swap does not compile: " + said.toString(UTF_8));
            }
        }
    }

    private static byte[] jar(Path classes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes, manifest());
                var files = Files.walk(classes)) {
            put(jar, "OSGI-INF/ping.xml", COMPONENT.getBytes(UTF_8));
            for (var file : files.filter(Files::isRegularFile).toList()) {
                put(
                        jar,
                        classes.relativize(file).toString().replace('\\', '/'),
                        Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        var main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.hotdesk.bench.ping");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue(
                "Import-Package",
                "org.hotdesk.api.rest;version=\"[1.0,2)\",jakarta.ws.rs;version=\"[3.1,4)\"");
        main.putValue("Service-Component", "OSGI-INF/ping.xml");
        return manifest;
    }
}
