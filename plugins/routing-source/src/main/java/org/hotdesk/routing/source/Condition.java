package org.hotdesk.routing.source;

import org.hotdesk.api.routing.Arrival;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One condition on one fact. Capitals do not matter. A fact that is not known fulfils nothing but
 * {@code is-not}; of a fact with several values one is enough, for {@code is-not} none may be
 * equal.
 */
record Condition(Fact fact, boolean negated, Predicate<String> test) {

    private static final String OPERATORS = "is, is-not, contains, starts, matches, gt, lt, one-of";

    static Condition of(String fact, String operator, String value) {
        Fact known = Fact.named(fact);
        if (value.isBlank()) {
            throw new BadRule("条件 " + fact + " 没有值。", "A condition on " + fact + " has no value.");
        }
        return switch (operator) {
            case "is" -> new Condition(known, false, same(value));
            case "is-not" -> new Condition(known, true, same(value));
            case "contains" -> new Condition(known, false, contains(value));
            case "starts" -> new Condition(known, false, starts(value));
            case "matches" -> new Condition(known, false, matches(value));
            case "gt" -> new Condition(known, false, compared(number(value), 1));
            case "lt" -> new Condition(known, false, compared(number(value), -1));
            case "one-of" -> new Condition(known, false, oneOf(value));
            default ->
                    throw new BadRule(
                            "没有比较方式“" + operator + "”；可用的有 " + OPERATORS + "。",
                            "There is no operator \""
                                    + operator
                                    + "\"; there are "
                                    + OPERATORS
                                    + ".");
        };
    }

    boolean holds(Arrival arrival) {
        return fact.of(arrival).stream().anyMatch(test) != negated;
    }

    private static Predicate<String> same(String value) {
        return value.strip()::equalsIgnoreCase;
    }

    private static Predicate<String> contains(String value) {
        String part = value.strip().toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).contains(part);
    }

    private static Predicate<String> starts(String value) {
        String beginning = value.strip().toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    private static Predicate<String> matches(String value) {
        try {
            return Pattern.compile(value, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .asPredicate();
        } catch (PatternSyntaxException wrong) {
            throw new BadRule(
                    "“" + value + "”不是有效的表达式：" + wrong.getDescription() + "。",
                    "\"" + value + "\" is no pattern: " + wrong.getDescription() + ".");
        }
    }

    /** Values are separated by commas, of either width. */
    private static Predicate<String> oneOf(String value) {
        List<Predicate<String>> each =
                Arrays.stream(value.split("[,，]", -1))
                        .filter(one -> !one.isBlank())
                        .map(Condition::same)
                        .toList();
        return text -> each.stream().anyMatch(one -> one.test(text));
    }

    private static Predicate<String> compared(BigDecimal bound, int sign) {
        return text -> {
            try {
                return Integer.signum(new BigDecimal(text.strip()).compareTo(bound)) == sign;
            } catch (NumberFormatException noNumber) {
                return false;
            }
        };
    }

    private static BigDecimal number(String value) {
        try {
            return new BigDecimal(value.strip());
        } catch (NumberFormatException other) {
            throw new BadRule("“" + value + "”不是数字。", "\"" + value + "\" is no number.");
        }
    }
}
