package org.hotdesk.testkit;

import org.ops4j.pax.exam.TestAddress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The bundle that carries the tests into the container: their classes, and those of this kit. */
final class Probe {
    private static final String SIGNATURE = "PaxExam-Hotdesk";

    private Probe() {}

    /** The bundle for a test class. */
    static InputStream of(Class<?> tests) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "org.hotdesk.testkit.probe");
        headers.putValue("DynamicImport-Package", "*");
        headers.putValue("PaxExam-Executable", SIGNATURE);
        headers.putValue(SIGNATURE, Inside.class.getName() + ";run");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            Set<String> added = new HashSet<>(Set.of("META-INF/MANIFEST.MF"));
            add(tests, jar, added);
            add(Inside.class, jar, added);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static void add(Class<?> type, JarOutputStream jar, Set<String> added)
            throws IOException {
        Path place = place(type);
        if (Files.isDirectory(place)) {
            add(place, jar, added);
            return;
        }
        URI inside = URI.create("jar:" + place.toUri());
        try (FileSystem files = FileSystems.newFileSystem(inside, Map.of())) {
            add(files.getPath("/"), jar, added);
        }
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void add(Path root, JarOutputStream jar, Set<String> added) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString().replace('\\', '/');
                if (added.add(name)) {
                    jar.putNextEntry(new JarEntry(name));
                    Files.copy(file, jar);
                    jar.closeEntry();
                }
            }
        }
    }

    /** The call of {@link Inside#run} for one test. */
    static TestAddress address(String test) {
        return new TestAddress() {
            @Override
            public String identifier() {
                return SIGNATURE;
            }

            @Override
            public String caption() {
                return test;
            }

            @Override
            public TestAddress root() {
                return this;
            }

            @Override
            public Object[] arguments() {
                return new Object[0];
            }
        };
    }
}
