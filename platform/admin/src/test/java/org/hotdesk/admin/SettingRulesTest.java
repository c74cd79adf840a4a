package org.hotdesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.SettingsForm.Field;
import org.hotdesk.api.admin.SettingsForm.Kind;
import org.hotdesk.api.admin.SettingsForm.Option;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

class SettingRulesTest {
    private static Field field(Kind kind, List<Option> options) {
        boolean isNumber = kind == Kind.INTEGER || kind == Kind.DECIMAL;
        return new Field(
                "wait",
                kind,
                new Words("等待", "Wait"),
                Optional.empty(),
                "",
                "",
                isNumber ? Optional.of("1") : Optional.empty(),
                isNumber ? Optional.of("600") : Optional.of("5"),
                options);
    }

    @ParameterizedTest
    @CsvSource({"INTEGER, 1", "INTEGER, 600", "DECIMAL, 1.5", "FLAG, false", "TEXT, abcde"})
    void what_a_field_allows_is_taken(Kind kind, String value) {
        assertThatCode(() -> SettingRules.check(field(kind, List.of()), value))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 0, Wait is at least 1.",
        "INTEGER, 601, Wait is at most 600.",
        "INTEGER, 1.5, Wait is a whole number.",
        "INTEGER, 99999999999999999999, Wait is a whole number.",
        "DECIMAL, much, Wait is a number.",
        "FLAG, yes, Wait is true or false.",
        "TEXT, abcdef, Wait is at most 5 characters."
    })
    void what_it_does_not_is_refused_with_the_field_and_the_rule(
            Kind kind, String value, String rule) {
        assertThatThrownBy(() -> SettingRules.check(field(kind, List.of()), value))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.field()).contains("wait"))
                .hasMessage(rule);
    }

    @ParameterizedTest
    @CsvSource({"now", "''"})
    void one_of_several_is_one_of_them(String value) {
        List<Option> options = List.of(new Option("later", new Words("稍后", "Later")));
        assertThatThrownBy(() -> SettingRules.check(field(Kind.TEXT, options), value))
                .hasMessage("Wait is one of later.");
    }
}
