package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.conversation.Survey;
import org.hotdesk.api.conversation.Surveys;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** Answers to surveys, checked against what was asked, and summed up. */
final class Ratings {
    private static final int BEST = 5;
    private static final int SATISFIED = 4;
    private static final int MOST_REASONS = 10;

    private Ratings() {}

    /** The answer as a rating, when it is one to this survey. */
    static Rating checked(Survey survey, Surveys.Answer answer) {
        Rating rating = new Rating(stars(survey.form(), answer), answer.comment());
        Limits.check(rating);
        boolean offered =
                answer.reasons().stream()
                        .allMatch(
                                code ->
                                        survey.reasons().stream()
                                                .anyMatch(offered(code, rating.stars())));
        if (!offered || answer.reasons().size() > MOST_REASONS) {
            throw Fault.invalid(
                    "reasons",
                    "reason-unknown",
                    new Words("请从给出的原因中选择，最多 10 个。", "Choose from the reasons given, at most 10."));
        }
        return rating;
    }

    private static Predicate<EndingRules.Reason> offered(String code, int stars) {
        return reason ->
                reason.code().equals(code) && reason.from() <= stars && stars <= reason.to();
    }

    private static int stars(Survey.Form form, Surveys.Answer answer) {
        return switch (form) {
            case GRADE ->
                    answer.stars()
                            .orElseThrow(
                                    () ->
                                            Fault.invalid(
                                                    "stars",
                                                    "stars-missing",
                                                    new Words(
                                                            "请给出 1 到 5 星。", "Give 1 to 5 stars.")));
            case RATIO ->
                    answer.satisfied()
                            .map(satisfied -> satisfied ? BEST : 1)
                            .or(() -> answer.stars().filter(given -> given == 1 || given == BEST))
                            .orElseThrow(
                                    () ->
                                            Fault.invalid(
                                                    "satisfied",
                                                    "satisfied-missing",
                                                    new Words(
                                                            "请选择满意或不满意。",
                                                            "Say whether you are satisfied.")));
        };
    }

    static Surveys.Figures figures(List<SurveyTable.Score> scores, List<Surveys.Counted> reasons) {
        return new Surveys.Figures(
                sum(scores, score -> score.asked() == 1),
                sum(scores, score -> score.asked() == 1 && score.stars() > 0),
                sum(scores, score -> score.asked() == 0 && score.stars() > 0),
                sum(scores, score -> score.stars() >= SATISFIED),
                LongStream.rangeClosed(1, BEST)
                        .mapToObj(stars -> sum(scores, score -> score.stars() == stars))
                        .toList(),
                reasons);
    }

    private static long sum(List<SurveyTable.Score> scores, Predicate<SurveyTable.Score> counted) {
        return scores.stream().filter(counted).mapToLong(SurveyTable.Score::count).sum();
    }
}
