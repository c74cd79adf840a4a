package org.hotdesk.routing.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules in their order; the first that applies decides. */
record Rules(List<Rule> rules) {
    private static final int MOST = 200;
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** A rule as it is written. */
    record Written(
            @Nullable String name,
            @Nullable List<WrittenCondition> all,
            @Nullable List<WrittenCondition> any,
            @Nullable String team,
            @Nullable Integer priority,
            @Nullable List<WrittenSkill> skills) {}

    /** A condition as it is written. */
    record WrittenCondition(
            @Nullable String fact, @Nullable String operator, @Nullable String value) {
        Condition read() {
            return Condition.of(
                    Objects.requireNonNullElse(fact, ""),
                    Objects.requireNonNullElse(operator, ""),
                    Objects.requireNonNullElse(value, ""));
        }
    }

    /** A required skill as it is written. */
    record WrittenSkill(@Nullable String skill, @Nullable Integer level) {
        SkillLevel read() {
            return new SkillLevel(
                    Objects.requireNonNullElse(skill, ""), Objects.requireNonNullElse(level, 1));
        }
    }

    /**
     * Reads the setting.
     *
     * @throws BadRule when it breaks a rule of its own; the message says where and which
     */
    static Rules read(String setting) {
        if (setting.isBlank()) {
            return new Rules(List.of());
        }
        Written[] written;
        try {
            written = JSON.readValue(setting, Written[].class);
        } catch (JsonProcessingException wrong) {
            String why = wrong.getOriginalMessage();
            throw new BadRule(
                    "规则不是 JSON 数组：" + why, "The rules are no JSON array of rules: " + why);
        }
        if (written.length > MOST) {
            throw new BadRule("最多 " + MOST + " 条规则。", "There are at most " + MOST + " rules.");
        }
        return new Rules(Arrays.stream(written).map(Rules::rule).toList());
    }

    private static Rule rule(Written written) {
        String name = Objects.requireNonNullElse(written.name(), "").strip();
        if (name.isEmpty() || name.length() > 100) {
            throw new BadRule(
                    "每条规则都要有 1 到 100 个字符的名称。", "Each rule has a name of 1 to 100 characters.");
        }
        try {
            List<Condition> all = conditions(written.all());
            List<Condition> any = conditions(written.any());
            if (all.isEmpty() && any.isEmpty()) {
                throw new BadRule("没有条件。", "it has no conditions.");
            }
            return new Rule(all, any, placement(name, written));
        } catch (BadRule wrong) {
            throw in(name, wrong.words().zhCn(), wrong.words().en());
        } catch (IllegalArgumentException wrong) {
            String why = String.valueOf(wrong.getMessage());
            throw in(name, why, why);
        }
    }

    private static BadRule in(String name, String zhCn, String en) {
        return new BadRule("规则“" + name + "”：" + zhCn, "Rule \"" + name + "\": " + en);
    }

    private static List<Condition> conditions(@Nullable List<WrittenCondition> written) {
        return written == null ? List.of() : written.stream().map(WrittenCondition::read).toList();
    }

    private static Placement placement(String name, Written written) {
        Optional<TeamId> team =
                Optional.ofNullable(written.team())
                        .filter(Predicate.not(String::isBlank))
                        .map(Rules::team);
        List<SkillLevel> skills =
                written.skills() == null
                        ? List.of()
                        : written.skills().stream().map(WrittenSkill::read).toList();
        Optional<Integer> priority = Optional.ofNullable(written.priority());
        if (team.isEmpty() && priority.isEmpty() && skills.isEmpty()) {
            throw new BadRule(
                    "没有任何结果：请指定客服组、优先级或技能。",
                    "it decides nothing: give a team, a priority or skills.");
        }
        return new Placement(team, priority, skills, Rule.because(name));
    }

    private static TeamId team(String id) {
        try {
            return new TeamId(Long.parseLong(id));
        } catch (NumberFormatException other) {
            throw new BadRule("“" + id + "”不是客服组的编号。", "\"" + id + "\" is no id of a team.");
        }
    }

    Optional<Placement> of(Arrival arrival) {
        return rules.stream()
                .filter(rule -> rule.applies(arrival))
                .findFirst()
                .map(Rule::placement);
    }
}
