package org.hotdesk.testkit;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;

import org.hotdesk.api.extension.Extension;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A plugin built inside a test, from source text: {@code PluginJar.of("routing-good", "1.0.0",
 * source).in(folder)}. Its symbolic name is {@code test.} and the name with dots for hyphens, which
 * is also the package of sources that name none. Needs bndlib among the test's dependencies.
 */
public final class PluginJar {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:public |final )*(?:class|record|interface|enum)\\s+(\\w+)");

    private final String symbolicName;
    private final String version;
    private final List<String> sources;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<Path> seen = new ArrayList<>();

    private PluginJar(String symbolicName, String version, List<String> sources) {
        this.symbolicName = symbolicName;
        this.version = version;
        this.sources = sources;
        seeing(Extension.class);
    }

    /** A plugin of this name and version, with these source files. */
    public static PluginJar of(String name, String version, String... sources) {
        return new PluginJar("test." + name.replace('-', '.'), version, List.of(sources));
    }

    /** The symbolic name of the bundle. */
    public String symbolicName() {
        return symbolicName;
    }

    /** Asks for another range of a package of the API than the one it was compiled against. */
    public PluginJar importing(String name, String range) {
        return header("Import-Package", name + ";version=\"" + range + "\",*");
    }

    /** Sets a header of the manifest, as bnd understands it. */
    public PluginJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a file, such as {@code migrations/V1__first.sql}. */
    public PluginJar with(String path, String content) {
        files.put(path, content);
        return this;
    }

    /** Lets bnd see the library that this class is from, so that it imports the right range. */
    public PluginJar seeing(Class<?> type) {
        try {
            seen.add(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
            return this;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Builds the jar in a folder, as {@code name-version.jar}; it appears there at once, whole. */
    public Path in(Path folder) {
        Path classes = temporaryFolder();
        try (Builder builder = new Builder()) {
            compile(classes);
            for (Map.Entry<String, String> file : files.entrySet()) {
                write(classes.resolve(file.getKey()), file.getValue());
            }
            Path target = folder.resolve(symbolicName + "-" + version + ".jar");
            Path part = folder.resolve("." + target.getFileName() + ".part");
            try (Jar jar = build(builder, classes)) {
                jar.write(part.toFile());
            }
            return Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (Exception failed) {
            throw new IllegalStateException("Cannot build " + symbolicName, failed);
        } finally {
            delete(classes);
        }
    }

    /** Builds the jar in a folder of its own under the system's temporary folder. */
    public Path build() {
        return in(temporaryFolder());
    }

    private Jar build(Builder builder, Path classes) throws Exception {
        builder.setProperty("Bundle-SymbolicName", symbolicName);
        builder.setProperty("Bundle-Version", version);
        builder.setProperty("Import-Package", "*");
        builder.setProperty("-includeresource", classes.toString());
        builder.setProperty("-noextraheaders", "true");
        headers.forEach(builder::setProperty);
        for (Path path : seen) {
            builder.addClasspath(path.toFile());
        }
        Jar jar = builder.build();
        if (!builder.isOk()) {
            throw new IllegalStateException(String.join("; ", builder.getErrors()));
        }
        return jar;
    }

    private void compile(Path classes) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        Path texts = temporaryFolder();
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            files.add(place(texts, source));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-proc:none", "-parameters", "-cp", path());
            boolean good =
                    compiler.getTask(
                                    messages,
                                    manager,
                                    null,
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call();
            if (!good) {
                throw new IllegalStateException(messages.toString());
            }
        } finally {
            delete(texts);
        }
    }

    private String path() {
        Stream<String> all = seen.stream().map(Path::toString);
        return String.join(
                File.pathSeparator,
                Stream.concat(all, Stream.of(System.getProperty("java.class.path"))).toList());
    }

    private Path place(Path folder, String source) throws IOException {
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("There is no type in " + source);
        }
        Matcher named = PACKAGE.matcher(source);
        boolean hasPackage = named.find();
        String text = hasPackage ? source : "package " + symbolicName + ";\n" + source;
        String packageName = hasPackage ? named.group(1) : symbolicName;
        Path file = folder.resolve(packageName.replace('.', '/')).resolve(type.group(1) + ".java");
        write(file, text);
        return file;
    }

    private static void write(Path file, String content) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, content);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("plugin");
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
