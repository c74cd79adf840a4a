package org.hotdesk.benchmark.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

class PluginJarTest {
    private static byte[] jar() throws Exception {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.example.one;x=y");
        manifest.getMainAttributes().putValue("Bundle-Version", "0.1.0");
        var bytes = new ByteArrayOutputStream();
        try (var out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry("hello.txt"));
            out.write("hello".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void another_version_is_the_same_but_for_its_version() throws Exception {
        var plugin = new PluginJar(jar());
        assertThat(plugin.symbolicName()).isEqualTo("org.example.one");
        try (var in = new JarInputStream(new ByteArrayInputStream(plugin.version("7.0.1")))) {
            var main = in.getManifest().getMainAttributes();
            assertThat(main.getValue("Bundle-Version")).isEqualTo("7.0.1");
            assertThat(main.getValue("Bundle-SymbolicName")).isEqualTo("org.example.one;x=y");
            assertThat(in.getNextJarEntry().getName()).isEqualTo("hello.txt");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello");
        }
    }
}
