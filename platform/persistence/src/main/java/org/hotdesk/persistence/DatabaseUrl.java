package org.hotdesk.persistence;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A JDBC URL that says all that Hotdesk relies on, whatever the operator gave.
 *
 * <p>Strings compare alike on both databases: by code point, trailing blanks included. That is what
 * H2 does; MariaDB does it with {@code utf8mb4_nopad_bin}. Who wants to ignore case lower-cases.
 */
record DatabaseUrl(Kind kind, String text) {

    /** The databases that Hotdesk knows. */
    enum Kind {
        H2,
        MARIADB
    }

    static final String COLLATION = "utf8mb4_nopad_bin";

    private static final String SESSION =
            "time_zone='+00:00',innodb_lock_wait_timeout=10,"
                    + "sql_mode='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    /** The embedded database in a folder. */
    static DatabaseUrl embedded(Path folder) {
        // Not "file:", which closes the database for everybody when one thread is interrupted in
        // it.
        return of("jdbc:h2:async:" + folder.resolve("hotdesk").toAbsolutePath());
    }

    static DatabaseUrl of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return new DatabaseUrl(Kind.H2, h2(url));
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return new DatabaseUrl(Kind.MARIADB, mariadb(url));
        }
        throw new IllegalArgumentException(
                "The database URL starts with jdbc:mariadb: or jdbc:h2:, not as " + url);
    }

    private static String h2(String url) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("MODE", "MariaDB");
        wanted.put("DATABASE_TO_LOWER", "TRUE");
        wanted.put("CASE_INSENSITIVE_IDENTIFIERS", "TRUE");
        // Otherwise a commit is acknowledged up to half a second before it is in the file.
        wanted.put("WRITE_DELAY", "0");
        // Texts of usual length stay in their rows; elsewhere each costs five times as much.
        wanted.put("MAX_LENGTH_INPLACE_LOB", "65536");
        wanted.put("LOCK_TIMEOUT", "10000");
        wanted.put("TIME ZONE", "UTC");
        wanted.put("DB_CLOSE_ON_EXIT", "FALSE");
        // An operator's file is as safe from interrupted threads as the embedded one.
        StringBuilder complete =
                new StringBuilder(url.replaceFirst("^jdbc:h2:file:", "jdbc:h2:async:"));
        wanted.forEach(
                (name, value) -> {
                    if (!url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
                        complete.append(';').append(name).append('=').append(value);
                    }
                });
        return complete.toString();
    }

    private static String mariadb(String url) {
        int question = url.indexOf('?');
        String address = question < 0 ? url : url.substring(0, question);
        Map<String, String> options = new LinkedHashMap<>();
        options.put("connectTimeout", "5000");
        options.put("socketTimeout", "60000");
        options.put("tcpKeepAlive", "true");
        options.put("connectionCollation", COLLATION);
        // The numbers of all rows of an insert, not of the first alone.
        options.put("returnMultiValuesGeneratedIds", "true");
        if (question >= 0) {
            for (String option : url.substring(question + 1).split("&", -1)) {
                int equals = option.indexOf('=');
                if (equals > 0) {
                    options.put(option.substring(0, equals), option.substring(equals + 1));
                }
            }
        }
        options.merge("sessionVariables", SESSION, (theirs, ours) -> theirs + "," + ours);
        StringBuilder complete = new StringBuilder(address);
        options.forEach(
                (name, value) ->
                        complete.append(complete.indexOf("?") < 0 ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(value));
        return complete.toString();
    }

    /** As it may be shown: without options, which may hold a password. */
    @Override
    public String toString() {
        return text.split("[?;]", 2)[0];
    }
}
