package org.hotdesk.benchmark.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.hotdesk.benchmark.client.Json;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One measured figure beside its baseline.
 *
 * @param baseline the same of something bare, measured in the same run; empty where there is none
 */
record Figure(String name, double value, String unit, OptionalDouble baseline) {
    private static final String ROW = "%-66s %10s %-5s %10s %6s";

    static Figure alone(String name, double value, String unit) {
        return new Figure(name, value, unit, OptionalDouble.empty());
    }

    static Figure beside(String name, double value, String unit, double baseline) {
        return new Figure(name, value, unit, OptionalDouble.of(baseline));
    }

    /** Value by baseline; empty where that says nothing. */
    OptionalDouble ratio() {
        return baseline.isPresent() && baseline.getAsDouble() != 0
                ? OptionalDouble.of(value / baseline.getAsDouble())
                : OptionalDouble.empty();
    }

    ObjectNode json() {
        var json = Json.object().put("case", name).put("value", rounded(value)).put("unit", unit);
        baseline.ifPresentOrElse(
                number -> json.put("baseline", rounded(number)), () -> json.putNull("baseline"));
        ratio().ifPresentOrElse(
                        number -> json.put("ratio", rounded(number)), () -> json.putNull("ratio"));
        return json;
    }

    /** What stands above {@link #row}. */
    static String head(String title) {
        return String.format(Locale.ROOT, ROW, title, "value", "unit", "baseline", "ratio");
    }

    String row() {
        return String.format(
                Locale.ROOT,
                ROW,
                name,
                plain(value),
                unit,
                baseline.isPresent() ? plain(baseline.getAsDouble()) : "",
                ratio().isPresent()
                        ? String.format(Locale.ROOT, "%.2f", ratio().getAsDouble())
                        : "");
    }

    private static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }

    private static String plain(double number) {
        return String.format(
                Locale.ROOT,
                number == Math.rint(number) || number >= 1000 ? "%,.0f" : "%.3f",
                number);
    }
}
