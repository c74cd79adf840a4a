package org.hotdesk.api.conversation;

import org.hotdesk.api.Words;
import org.hotdesk.api.staff.TeamId;

import java.util.List;

/**
 * How the conversations of one team come to their end. Times are in seconds; 0 stands for never.
 *
 * @param version grows with every change; 0 for the rules of a team that never changed them
 */
public record EndingRules(
        TeamId team, long version, Asking survey, Idle idle, WrappingUp wrapUp, Reopening reopen) {

    /**
     * What visitors are asked, and when.
     *
     * @param onClose whether they are asked when a conversation ends
     * @param byVisitor whether they may rate without being asked
     * @param reasons what they can choose from beside a score; at most 30
     * @param remindSeconds after which an unanswered survey is recalled to them, once
     * @param expireSeconds after which it is too late to answer; 60 to 2,592,000 (30 days)
     */
    public record Asking(
            Survey.Form form,
            boolean onClose,
            boolean byVisitor,
            List<Reason> reasons,
            int remindSeconds,
            int expireSeconds) {
        public Asking {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A reason that a visitor can choose beside a score.
     *
     * @param code 1 to 40 of {@code a-z0-9-}; figures are counted by it
     * @param from the lowest score it is offered for, 1 to 5; unsatisfied is 1, satisfied is 5
     * @param to the highest score it is offered for
     */
    public record Reason(String code, Words name, int from, int to) {}

    /**
     * What silence does. The times count while an agent has the conversation.
     *
     * @param warnSeconds after which a visitor who owes an answer is warned; at least 10
     * @param closeSeconds after the warning, after which the conversation is ended; at least 10
     * @param markSeconds after which a visitor's line that no agent answered is marked; at least 10
     */
    public record Idle(int warnSeconds, int closeSeconds, int markSeconds) {}

    /**
     * What agents do after the end.
     *
     * @param on whether they say what it was about before the conversation is closed for them
     * @param counts whether it takes up room at its agent meanwhile
     * @param limitSeconds after which it is closed without; at least 10
     */
    public record WrappingUp(boolean on, boolean counts, int limitSeconds) {}

    /**
     * Who comes back to the same conversation.
     *
     * @param withinSeconds of the end a visitor who writes does; at most 2,592,000 (30 days)
     */
    public record Reopening(int withinSeconds) {}

    /** The rules of a team that never changed them: stars and a comment after the end. */
    public static EndingRules standard(TeamId team) {
        return new EndingRules(
                team,
                0,
                new Asking(Survey.Form.GRADE, true, true, List.of(), 0, 86_400),
                new Idle(0, 0, 0),
                new WrappingUp(false, true, 0),
                new Reopening(0));
    }
}
