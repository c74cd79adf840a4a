package org.hotdesk.benchmark.bench;

import org.hotdesk.benchmark.client.Refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes other versions of a bundle by rewriting its manifest. */
final class PluginJar {
    private static final Attributes.Name VERSION = new Attributes.Name("Bundle-Version");
    private static final Attributes.Name NAME = new Attributes.Name("Bundle-SymbolicName");

    private final byte[] bytes;

    PluginJar(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The plugin of an installation whose file name begins so. */
    static PluginJar shipped(String prefix) {
        try (var jars =
                Files.newDirectoryStream(OwnServer.home().resolve("plugins"), prefix + "*.jar")) {
            for (Path jar : jars) {
                return new PluginJar(Files.readAllBytes(jar));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw Refusal.failure("The installation has no plugin " + prefix);
    }

    String symbolicName() {
        return manifest().getMainAttributes().getValue(NAME).replaceFirst(";.*", "");
    }

    private Manifest manifest() {
        try (var in = new JarInputStream(new ByteArrayInputStream(bytes))) {
            return in.getManifest();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same bundle with another version. */
    byte[] version(String version) {
        var manifest = new Manifest(manifest());
        manifest.getMainAttributes().put(VERSION, version);
        var copy = new ByteArrayOutputStream();
        try (var in = new JarInputStream(new ByteArrayInputStream(bytes));
                var out = new JarOutputStream(copy, manifest)) {
            for (var entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                in.transferTo(out);
                out.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return copy.toByteArray();
    }
}
