package org.hotdesk.sla;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/** What holidays of the world are called in Chinese, by the library's key. */
final class ChineseNames {
    private final Properties names = new Properties();

    ChineseNames() {
        try (var file = ChineseNames.class.getResourceAsStream("/holidays/names-zh.properties")) {
            if (file == null) {
                throw new IllegalStateException("holidays/names-zh.properties is missing");
            }
            names.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<String> of(String key) {
        return Optional.ofNullable(names.getProperty(key));
    }
}
