package org.hotdesk.staff;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an administrator may enter, checked before anything is read or written. */
final class StaffRules {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SKILL = 64;
    private static final int MOST_SKILLS = 50;
    private static final int GREATEST_CAPACITY = 100;

    private StaffRules() {}

    /** The login as it is stored; empty when nobody can have this login. */
    static Optional<String> login(String typed) {
        String login = typed.strip().toLowerCase(Locale.ROOT);
        return LOGIN.matcher(login).matches() ? Optional.of(login) : Optional.empty();
    }

    static void check(AgentDetails details) {
        if (!LOGIN.matcher(details.login()).matches()) {
            throw Fault.invalid(
                    "login",
                    "login-malformed",
                    new Words(
                            "账号为 1 到 64 个字符，可用 a-z 0-9 . _ @ -，以字母或数字开头。",
                            "A login has 1 to 64 of the characters a-z 0-9 . _ @ - and begins with a letter"
                                    + " or digit."));
        }
        checkName("name", details.name());
        if (details.capacity() < 0 || details.capacity() > GREATEST_CAPACITY) {
            throw Fault.invalid(
                    "capacity",
                    "out-of-range",
                    new Words("接待上限为 0 到 100。", "A capacity is from 0 to 100."));
        }
        checkSkills(details.skills());
    }

    static void checkPassword(String password) {
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST) {
            throw Fault.invalid(
                    "password",
                    "password-short",
                    new Words("密码至少 10 个字符。", "A password has at least 10 characters."));
        }
        if (password.length() > Passwords.LONGEST) {
            throw Fault.invalid(
                    "password",
                    "password-long",
                    new Words("密码最多 200 个字符。", "A password has at most 200 characters."));
        }
    }

    static void checkTeams(Set<TeamId> wanted, Collection<TeamId> existing) {
        for (TeamId team : wanted) {
            if (!existing.contains(team)) {
                throw Fault.invalid(
                        "teams",
                        "team-unknown",
                        new Words("没有团队 " + team + "。", "There is no team " + team + "."));
            }
        }
    }

    static void checkTeamName(Words name) {
        checkName("name.zhCn", name.zhCn());
        checkName("name.en", name.en());
    }

    static Optional<String> reason(Optional<String> reason) {
        Optional<String> kept = reason.map(String::strip).filter(text -> !text.isEmpty());
        if (kept.filter(text -> text.length() > LONGEST_NAME).isPresent()) {
            throw Fault.invalid(
                    "reason",
                    "too-long",
                    new Words("原因最多 100 个字符。", "A reason has at most 100 characters."));
        }
        return kept;
    }

    private static void checkName(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Fault.invalid(
                    field,
                    "name-length",
                    new Words("名称为 1 到 100 个字符。", "A name has 1 to 100 characters."));
        }
    }

    private static void checkSkills(List<SkillLevel> skills) {
        if (skills.size() > MOST_SKILLS) {
            throw Fault.invalid(
                    "skills",
                    "too-many",
                    new Words("一位客服最多 50 项技能。", "An agent has at most 50 skills."));
        }
        Set<String> seen = new HashSet<>();
        for (SkillLevel each : skills) {
            String skill = each.skill();
            if (skill.length() > LONGEST_SKILL
                    || !skill.equals(skill.strip().toLowerCase(Locale.ROOT))) {
                throw Fault.invalid(
                        "skills",
                        "skill-malformed",
                        new Words(
                                "技能名称最多 64 个字符，英文用小写，不能是 " + skill + "。",
                                "A skill is named in at most 64 lower-case characters, not "
                                        + skill
                                        + "."));
            }
            if (!seen.add(skill)) {
                throw Fault.invalid(
                        "skills",
                        "skill-twice",
                        new Words("技能 " + skill + " 重复了。", skill + " is there twice."));
            }
        }
    }
}
