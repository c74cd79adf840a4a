package org.hotdesk.admin;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.SettingsForm.Field;
import org.hotdesk.api.admin.SettingsForm.Kind;
import org.hotdesk.api.admin.SettingsForm.Option;

import java.math.BigDecimal;
import java.util.Optional;

/** What a setting may be, as its field describes it. */
final class SettingRules {
    private static final int LONGEST = 200_000;

    private SettingRules() {}

    static void check(Field field, String value) {
        if (value.length() > LONGEST) {
            throw wrong(field, "setting-too-long", "太长", "is too long");
        }
        if (!field.options().isEmpty()
                && field.options().stream().noneMatch(option -> option.value().equals(value))) {
            String all = String.join(", ", field.options().stream().map(Option::value).toList());
            throw wrong(field, "setting-no-option", "可选：" + all, "is one of " + all);
        }
        switch (field.kind()) {
            case FLAG -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw wrong(field, "setting-no-flag", "只能是 true 或 false", "is true or false");
                }
            }
            case INTEGER, DECIMAL -> checkBounds(field, number(field, value), false);
            case TEXT, SECRET -> checkBounds(field, BigDecimal.valueOf(value.length()), true);
        }
    }

    private static BigDecimal number(Field field, String value) {
        boolean isWhole = field.kind() == Kind.INTEGER;
        try {
            BigDecimal number = new BigDecimal(value.strip());
            return isWhole ? BigDecimal.valueOf(number.longValueExact()) : number;
        } catch (ArithmeticException | NumberFormatException other) {
            throw isWhole
                    ? wrong(field, "setting-no-number", "应为整数", "is a whole number")
                    : wrong(field, "setting-no-number", "应为数字", "is a number");
        }
    }

    private static void checkBounds(Field field, BigDecimal size, boolean isLength) {
        String zhCn = isLength ? " 个字符" : "";
        String en = isLength ? " characters" : "";
        Optional<BigDecimal> least = field.least().map(BigDecimal::new);
        Optional<BigDecimal> most = field.most().map(BigDecimal::new);
        if (least.filter(bound -> size.compareTo(bound) < 0).isPresent()) {
            throw wrong(
                    field,
                    "setting-too-small",
                    "至少为 " + least.get() + zhCn,
                    "is at least " + least.get() + en);
        }
        if (most.filter(bound -> size.compareTo(bound) > 0).isPresent()) {
            throw wrong(
                    field,
                    "setting-too-large",
                    "最多为 " + most.get() + zhCn,
                    "is at most " + most.get() + en);
        }
    }

    private static Fault wrong(Field field, String code, String zhCn, String en) {
        return Fault.invalid(
                field.id(),
                code,
                new Words(
                        field.name().zhCn() + "：" + zhCn + "。",
                        field.name().en() + " " + en + "."));
    }
}
