package org.hotdesk.admin;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar that is a bundle, as its manifest tells.
 *
 * @param hash of the content: two builds of one version differ in it
 */
record PluginFile(
        Path path, String name, Version version, String hash, Map<String, String> headers) {
    private static final int HASH_LETTERS = 12;

    PluginFile {
        headers = Map.copyOf(headers);
    }

    /** Says why a file is no bundle, in words. */
    static final class NotABundle extends Exception {
        private static final long serialVersionUID = 1L;

        private final Words words;

        NotABundle(String zhCn, String en) {
            super(en);
            words = new Words(zhCn, en);
        }

        Words words() {
            return words;
        }
    }

    /** Reads the whole jar once, so that half a file does not pass for a bundle. */
    static PluginFile read(Path path) throws NotABundle {
        String file = path.getFileName().toString();
        try (JarFile jar = new JarFile(path.toFile(), true)) {
            readAll(jar);
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                throw new NotABundle(
                        file + " 没有清单文件，请用 bnd 构建。", file + " has no manifest; build it with bnd.");
            }
            Map<String, String> headers = headers(manifest);
            List<Clause> name =
                    Clause.parse(headers.getOrDefault(Constants.BUNDLE_SYMBOLICNAME, ""));
            if (name.isEmpty() || !"2".equals(headers.get(Constants.BUNDLE_MANIFESTVERSION))) {
                throw new NotABundle(
                        file + " 是 jar 文件但不是插件：没有标识名，请用 bnd 构建。",
                        file + " is a jar but no bundle: it has no symbolic name; use bnd.");
            }
            Version version =
                    Version.parseVersion(headers.getOrDefault(Constants.BUNDLE_VERSION, "0"));
            return new PluginFile(path, name.getFirst().name(), version, hash(path), headers);
        } catch (IOException broken) {
            throw new NotABundle(
                    file + " 无法读取，文件可能不完整：" + broken.getMessage(),
                    file + " cannot be read, it may be half a file: " + broken.getMessage());
        } catch (IllegalArgumentException malformed) {
            throw new NotABundle(
                    file + " 的清单文件有误：" + malformed.getMessage(),
                    file + " has a bad manifest: " + malformed.getMessage());
        }
    }

    private static void readAll(JarFile jar) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            try (InputStream content = jar.getInputStream(entry)) {
                content.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private static Map<String, String> headers(Manifest manifest) {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<Object, Object> one : manifest.getMainAttributes().entrySet()) {
            headers.put(((Attributes.Name) one.getKey()).toString(), one.getValue().toString());
        }
        return headers;
    }

    private static String hash(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(path));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** What to say when the framework does not take it. */
    Fault refused(BundleException reason) {
        return Fault.of(
                Fault.Category.INVALID,
                "bundle-refused",
                new Words(
                        fileName() + " 无法安装：" + reason.getMessage(),
                        fileName() + " cannot be installed: " + reason.getMessage()));
    }

    /** The same bundle at another place. */
    PluginFile at(Path other) {
        return new PluginFile(other, name, version, hash, headers);
    }

    boolean hasSameContentAs(PluginFile other) {
        return name.equals(other.name) && hash.equals(other.hash);
    }

    String fileName() {
        return name + "-" + version + ".jar";
    }

    String title() {
        return Optional.ofNullable(headers.get(Constants.BUNDLE_NAME)).orElse(name);
    }

    List<Clause> header(String header) {
        return Clause.parse(headers.getOrDefault(header, ""));
    }
}
