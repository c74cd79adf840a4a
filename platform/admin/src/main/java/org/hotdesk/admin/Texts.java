package org.hotdesk.admin;

import org.hotdesk.api.Words;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * The texts of a bundle's settings in both languages. The files are UTF-8, as those of resource
 * bundles are since Java 9; those of older bundles escape what is not ASCII and read the same.
 */
record Texts(Properties chinese, Properties english) {

    static Texts of(Bundle bundle, @Nullable String prefix) throws IOException {
        String base = prefix == null ? "OSGI-INF/l10n/bundle" : prefix;
        Properties english = new Properties();
        read(bundle, base + ".properties", english);
        read(bundle, base + "_en.properties", english);
        Properties chinese = new Properties(english);
        read(bundle, base + "_zh.properties", chinese);
        read(bundle, base + "_zh_CN.properties", chinese);
        return new Texts(chinese, english);
    }

    private static void read(Bundle bundle, String path, Properties into) throws IOException {
        URL file = bundle.getEntry(path);
        if (file == null) {
            return;
        }
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            into.load(reader);
        }
    }

    /**
     * A text as it is described: itself, or {@code %} and the key of it; empty when there is none.
     */
    Optional<Words> words(@Nullable String described) {
        if (described == null || described.isBlank()) {
            return Optional.empty();
        }
        if (!described.startsWith("%")) {
            return Optional.of(new Words(described, described));
        }
        String key = described.substring(1);
        return Optional.of(new Words(chinese.getProperty(key, key), english.getProperty(key, key)));
    }
}
