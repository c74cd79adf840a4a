package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.routing.EntryPoint;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What an entry point and its plan must look like. */
final class PlanRules {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private PlanRules() {}

    static void check(String key, EntryPoint.Details details) {
        if (!KEY.matcher(key).matches()) {
            throw Fault.invalid(
                    "key",
                    "entry-point-key-invalid",
                    new Words(
                            "接入点标识由 2 到 40 个小写字母、数字和连字符组成，以字母开头。",
                            "An entry point's key has 2 to 40 lower-case letters, digits and"
                                    + " hyphens, and begins with a letter."));
        }
        if (details.name().zhCn().length() > LONGEST || details.name().en().length() > LONGEST) {
            throw Fault.invalid(
                    "name",
                    "name-too-long",
                    new Words("名称最多 100 个字符。", "A name has at most 100 characters."));
        }
        check(details.strategies());
    }

    static void check(List<String> names) {
        if (names.size() > MOST) {
            throw Fault.invalid(
                    "strategies",
                    "too-many-strategies",
                    new Words("一个方案最多 20 个策略。", "A plan has at most 20 strategies."));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw Fault.invalid(
                    "strategies",
                    "strategy-twice",
                    new Words("每个策略在方案中只能出现一次。", "Each strategy stands in a plan once."));
        }
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                throw Fault.invalid(
                        "strategies",
                        "strategy-name-invalid",
                        new Words(
                                "策略名称由小写字母、数字和连字符组成。",
                                "A strategy is named in lower-case letters, digits and hyphens."));
            }
        }
    }
}
