package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.EndingRules;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What rules about the end of conversations may say. */
final class RuleLimits {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int REASONS = 30;
    private static final int NAME = 40;
    private static final int LEAST = 10;
    private static final int DAY = 86_400;
    private static final int MONTH = 30 * DAY;

    private RuleLimits() {}

    static void check(EndingRules rules) {
        EndingRules.Asking asking = rules.survey();
        seconds("survey.expireSeconds", asking.expireSeconds(), 60, MONTH, false);
        seconds("survey.remindSeconds", asking.remindSeconds(), LEAST, MONTH, true);
        if (asking.remindSeconds() >= asking.expireSeconds()) {
            throw Fault.invalid(
                    "survey.remindSeconds",
                    "reminder-too-late",
                    new Words("提醒须早于失效时间。", "The reminder comes before the end."));
        }
        check(asking);
        seconds("idle.warnSeconds", rules.idle().warnSeconds(), LEAST, DAY, true);
        seconds("idle.closeSeconds", rules.idle().closeSeconds(), LEAST, DAY, true);
        seconds("idle.markSeconds", rules.idle().markSeconds(), LEAST, DAY, true);
        seconds("wrapUp.limitSeconds", rules.wrapUp().limitSeconds(), LEAST, DAY, true);
        seconds("reopen.withinSeconds", rules.reopen().withinSeconds(), 1, MONTH, true);
    }

    private static void seconds(String field, int given, int least, int most, boolean orNever) {
        if ((orNever && given == 0) || (given >= least && given <= most)) {
            return;
        }
        throw Fault.invalid(
                field,
                "seconds-out-of-range",
                new Words(
                        "请填 " + least + " 到 " + most + " 秒" + (orNever ? "，0 表示不启用。" : "。"),
                        "Between "
                                + least
                                + " and "
                                + most
                                + " seconds"
                                + (orNever ? "; 0 for never." : ".")));
    }

    private static void check(EndingRules.Asking asking) {
        if (asking.reasons().size() > REASONS) {
            throw Fault.invalid(
                    "survey.reasons",
                    "too-many-reasons",
                    new Words("原因最多 30 个。", "There are at most 30 reasons."));
        }
        Set<String> codes = new HashSet<>();
        for (EndingRules.Reason reason : asking.reasons()) {
            if (!isSound(reason) || !codes.add(reason.code())) {
                throw Fault.invalid(
                        "survey.reasons",
                        "reason-invalid",
                        new Words(
                                "原因代码不重复，为 1 到 40 个小写字母、数字或 -；名称最多 40 个字符；分数为 1 到 5。",
                                "Each reason has its own code of 1 to 40 of a-z, 0-9 and -, names of"
                                        + " at most 40 characters, and scores from 1 to 5."));
            }
        }
    }

    private static boolean isSound(EndingRules.Reason reason) {
        return CODE.matcher(reason.code()).matches()
                && reason.name().zhCn().length() <= NAME
                && reason.name().en().length() <= NAME
                && reason.from() >= 1
                && reason.from() <= reason.to()
                && reason.to() <= 5;
    }
}
