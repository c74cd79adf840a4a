package org.hotdesk.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One clause of a manifest header: names, attributes ({@code a=b}) and directives ({@code a:=b}).
 */
record Clause(List<String> names, Map<String, String> attributes, Map<String, String> directives) {
    Clause {
        names = List.copyOf(names);
        attributes = Map.copyOf(attributes);
        directives = Map.copyOf(directives);
    }

    /** The clauses of a header; none when it is empty. */
    static List<Clause> parse(String header) {
        return split(header, ',').stream()
                .filter(text -> !text.isBlank())
                .map(Clause::clause)
                .toList();
    }

    private static Clause clause(String text) {
        List<String> names = new ArrayList<>();
        Map<String, String> attributes = new TreeMap<>();
        Map<String, String> directives = new TreeMap<>();
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                names.add(part.strip());
            } else if (equals > 0 && part.charAt(equals - 1) == ':') {
                directives.put(part.substring(0, equals - 1).strip(), value(part, equals));
            } else {
                // A type, as in name:List<String>, says nothing here.
                String name = List.of(part.substring(0, equals).split(":", -1)).getFirst();
                attributes.put(name.strip(), value(part, equals));
            }
        }
        return new Clause(names, attributes, directives);
    }

    private static String value(String part, int equals) {
        String value = part.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int index = 0; index < text.length(); index++) {
            char letter = text.charAt(index);
            quoted ^= letter == '"';
            if (letter == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    String name() {
        return names.getFirst();
    }

    boolean isOptional() {
        return "optional".equals(directives.get("resolution"));
    }

    /** The range of versions it asks for, as written; any version when it says nothing. */
    String range() {
        return attributes.getOrDefault("version", attributes.getOrDefault("bundle-version", "0"));
    }
}
