package org.hotdesk.persistence;

import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL whose text depends on nothing but how many rows its {@code <foreach>} gets.
 *
 * <p>MyBatis' own {@code <foreach>} writes and parses the whole statement anew at each call and
 * reads each value by an expression language; here the text is made once for a number of rows, and
 * values are read by their accessors. Other scripts stay with MyBatis.
 */
final class SqlTemplate implements SqlSource {
    private static final Pattern PARAMETER = Pattern.compile("#\\{\\s*([\\w.]+)[^}]*}");
    private static final Pattern LOOP =
            Pattern.compile("<foreach\\b([^>]*)>(.*?)</foreach>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)\\s*=\\s*(['\"])(.*?)\\2");
    private static final Pattern TAG = Pattern.compile("</?(?!foreach\\b)[a-z]");
    private static final int KEPT_TEXTS = 500;

    /** Text with question marks, and where their values come from. */
    private record Plain(String text, List<List<String>> paths) {
        static Plain of(String sql) {
            List<List<String>> paths = new ArrayList<>();
            Matcher matcher = PARAMETER.matcher(sql);
            String text =
                    matcher.replaceAll(
                            match -> {
                                paths.add(path(match.group(1)));
                                return "?";
                            });
            return new Plain(text, paths);
        }
    }

    /** A part that comes again for each element of a collection. */
    private record Loop(List<String> collection, String item, Plain body, Marks marks) {}

    /** What stands around and between the elements. */
    private record Marks(String open, String separator, String close) {}

    /** A part of the statement: text, and the loop that follows it. */
    private record Part(Plain text, Optional<Loop> loop) {}

    private final Configuration configuration;
    private final Values values;
    private final List<Part> parts;
    // MyBatis makes another BoundSql of one without parameters.
    private final List<ParameterMapping> unused;
    private final Map<List<Integer>, String> texts = new ConcurrentHashMap<>();

    private SqlTemplate(Configuration configuration, Values values, List<Part> parts) {
        this.configuration = configuration;
        this.values = values;
        this.parts = parts;
        this.unused =
                List.of(new ParameterMapping.Builder(configuration, "_", Object.class).build());
    }

    /** Empty when the script does more than repeat. */
    static Optional<SqlTemplate> of(Configuration configuration, Values values, String script) {
        boolean marked = script.trim().startsWith("<script>");
        String sql = marked ? script.trim().replaceAll("^<script>|</script>$", "") : script;
        List<Part> parts = new ArrayList<>();
        Matcher matcher = LOOP.matcher(sql);
        int end = 0;
        while (marked && matcher.find()) {
            parts.add(
                    part(sql.substring(end, matcher.start()), marked, Optional.of(loop(matcher))));
            end = matcher.end();
        }
        parts.add(part(sql.substring(end), marked, Optional.empty()));
        boolean more = sql.contains("${") || (marked && TAG.matcher(sql).find());
        return more ? Optional.empty() : Optional.of(new SqlTemplate(configuration, values, parts));
    }

    private static Part part(String text, boolean marked, Optional<Loop> loop) {
        return new Part(Plain.of(marked ? unescape(text) : text), loop);
    }

    private static Loop loop(Matcher matcher) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(matcher.group(1));
        while (attribute.find()) {
            attributes.put(attribute.group(1), unescape(attribute.group(3)));
        }
        return new Loop(
                path(attributes.getOrDefault("collection", "")),
                attributes.getOrDefault("item", "item"),
                Plain.of(unescape(matcher.group(2))),
                new Marks(
                        attributes.getOrDefault("open", ""),
                        attributes.getOrDefault("separator", ""),
                        attributes.getOrDefault("close", "")));
    }

    private static List<String> path(String text) {
        return List.of(text.split("\\.", -1));
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    @Override
    public BoundSql getBoundSql(Object parameters) {
        List<Integer> sizes = new ArrayList<>();
        for (Part part : parts) {
            part.loop.ifPresent(loop -> sizes.add(collection(loop, parameters).size()));
        }
        String text = texts.get(sizes);
        if (text == null) {
            text = text(sizes);
            if (texts.size() < KEPT_TEXTS) {
                texts.put(List.copyOf(sizes), text);
            }
        }
        return new Bound(text, parameters);
    }

    private Collection<?> collection(Loop loop, Object parameters) {
        Object found = values.follow(parameters, loop.collection, 0);
        if (found instanceof Collection<?> collection && !collection.isEmpty()) {
            return collection;
        }
        throw new IllegalArgumentException(
                "<foreach> needs a collection with something in it: "
                        + String.join(".", loop.collection));
    }

    private String text(List<Integer> sizes) {
        StringBuilder text = new StringBuilder();
        int loops = 0;
        for (Part part : parts) {
            text.append(part.text.text);
            if (part.loop.isPresent()) {
                Loop loop = part.loop.get();
                text.append(loop.marks.open);
                for (int i = 0; i < sizes.get(loops); i++) {
                    text.append(i == 0 ? "" : loop.marks.separator).append(loop.body.text);
                }
                text.append(loop.marks.close);
                loops++;
            }
        }
        return text.toString();
    }

    /** A statement with its values. */
    final class Bound extends BoundSql {
        private final Object parameters;

        private Bound(String text, Object parameters) {
            super(configuration, text, unused, parameters);
            this.parameters = parameters;
        }

        void bind(PreparedStatement statement) throws SQLException {
            int index = 1;
            for (Part part : parts) {
                index = bindText(statement, index, part.text);
                if (part.loop.isPresent()) {
                    for (Object element : collection(part.loop.get(), parameters)) {
                        index = bindElement(statement, index, part.loop.get(), element);
                    }
                }
            }
        }

        private int bindText(PreparedStatement statement, int from, Plain text)
                throws SQLException {
            int index = from;
            for (List<String> path : text.paths) {
                values.bind(statement, index++, values.follow(parameters, path, 0));
            }
            return index;
        }

        private int bindElement(
                PreparedStatement statement, int from, Loop loop, @Nullable Object element)
                throws SQLException {
            int index = from;
            for (List<String> path : loop.body.paths) {
                Object value =
                        path.getFirst().equals(loop.item)
                                ? values.follow(element, path, 1)
                                : values.follow(parameters, path, 0);
                values.bind(statement, index++, value);
            }
            return index;
        }
    }
}
