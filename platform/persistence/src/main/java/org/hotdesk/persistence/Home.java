package org.hotdesk.persistence;

import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What storage needs to know of a bundle.
 *
 * @param name symbolic name, which is also the root package
 * @param scripts what is in its folder {@code migrations/}
 */
record Home(String name, ClassLoader loader, List<Script> scripts) {
    private static final Pattern NAME = Pattern.compile("V\\d+(_\\d+)*__\\w+\\.sql");
    private static final int LONGEST_TABLE = 64;

    /** One migration. */
    record Script(String name, String sql) {
        Script {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A migration is named V1__what_it_does.sql, not " + name);
            }
        }

        static Script read(String name, URL url) {
            try (InputStream in = url.openStream()) {
                return new Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    Home {
        scripts = List.copyOf(scripts);
    }

    static Home of(Bundle bundle) {
        List<Script> scripts = new ArrayList<>();
        Enumeration<URL> found = bundle.findEntries("migrations", "*.sql", false);
        while (found != null && found.hasMoreElements()) {
            URL url = found.nextElement();
            String path = url.getPath();
            scripts.add(Script.read(path.substring(path.lastIndexOf('/') + 1), url));
        }
        scripts.sort(Comparator.comparing(Script::name));
        return new Home(
                bundle.getSymbolicName(),
                bundle.adapt(BundleWiring.class).getClassLoader(),
                scripts);
    }

    /** The table that remembers which migrations have run. */
    String history() {
        String own = name.replaceFirst("^org\\.hotdesk\\.", "").replaceAll("\\W", "_");
        String table = own + "_migrations";
        return table.length() <= LONGEST_TABLE
                ? table
                : table.substring(table.length() - LONGEST_TABLE);
    }
}
