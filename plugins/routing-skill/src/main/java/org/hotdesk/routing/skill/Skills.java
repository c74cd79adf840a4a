package org.hotdesk.routing.skill;

import static java.util.Comparator.comparing;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.routing.TrackRecords;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.SkillLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps those who know what is required, or lack the least of it; among them those who did best in
 * conversations of the same category.
 */
@Component(configurationPid = "org.hotdesk.routing.skill")
@Designate(ocd = Settings.class)
@Extension("skill")
public final class Skills implements RoutingStrategy {
    private final TrackRecords records;
    private volatile Weights weights;

    @Activate
    public Skills(@Reference TrackRecords records, Settings settings) {
        this(records, Weights.of(settings));
    }

    Skills(TrackRecords records, Weights weights) {
        this.records = records;
        this.weights = weights;
    }

    @Modified
    void change(Settings settings) {
        weights = Weights.of(settings);
    }

    /** A candidate as far as the skills go. */
    private record Rated(Candidate candidate, int lacks, double score) {}

    private static final Comparator<Rated> BEST_FIRST =
            comparing(Rated::lacks).thenComparing(comparing(Rated::score).reversed());

    @Override
    public Preference choose(RoutingRequest request) {
        Weights now = weights;
        Map<AgentId, Double> learned = now.learned() ? learned(request, now) : Map.of();
        if (request.required().isEmpty() && learned.isEmpty()) {
            return Preference.none();
        }
        List<Rated> rated =
                request.candidates().stream()
                        .map(
                                candidate ->
                                        new Rated(
                                                candidate,
                                                lacks(candidate, request.required()),
                                                learned.getOrDefault(candidate.agent(), 0.0)))
                        .sorted(BEST_FIRST)
                        .toList();
        return preference(rated, now.margin(), new Reasons(request, !learned.isEmpty()));
    }

    /** Keeps those who are like the best, with whom the list begins. */
    private static Preference preference(List<Rated> rated, double margin, Reasons reasons) {
        Rated best = rated.getFirst();
        List<Choice> kept = new ArrayList<>();
        List<Choice> leftOut = new ArrayList<>();
        for (Rated one : rated) {
            boolean isGood = one.lacks() == best.lacks() && one.score() >= best.score() - margin;
            Choice choice =
                    new Choice(one.candidate().agent(), reasons.of(one.candidate(), one.score()));
            (isGood ? kept : leftOut).add(choice);
        }
        return new Preference(kept, leftOut);
    }

    /** Scores in the category of the question; empty when there is none, or nobody has a record. */
    private Map<AgentId, Double> learned(RoutingRequest request, Weights now) {
        Map<AgentId, Double> scores = new HashMap<>();
        request.arrival()
                .category()
                .ifPresent(
                        category -> {
                            for (TrackRecord record : records.of(category, now.windowDays())) {
                                scores.put(record.agent(), now.score(record));
                            }
                        });
        return scores;
    }

    /** By how many levels a candidate falls short of everything that is required. */
    private static int lacks(Candidate candidate, List<SkillLevel> required) {
        return required.stream()
                .mapToInt(skill -> Math.max(0, skill.level() - level(candidate, skill.skill())))
                .sum();
    }

    private static int level(Candidate candidate, String skill) {
        return candidate.skills().stream()
                .filter(known -> known.skill().equalsIgnoreCase(skill))
                .mapToInt(SkillLevel::level)
                .max()
                .orElse(0);
    }

    /** Says in words what was looked at. */
    private record Reasons(RoutingRequest request, boolean learned) {
        Words of(Candidate candidate, double score) {
            List<String> chinese = new ArrayList<>();
            List<String> english = new ArrayList<>();
            for (SkillLevel skill : request.required()) {
                int level = level(candidate, skill.skill());
                chinese.add(skill.skill() + " " + level + " 级（需 " + skill.level() + " 级）");
                english.add(skill.skill() + " level " + level + " of " + skill.level());
            }
            if (learned) {
                String category = request.arrival().category().orElse("");
                String figure = String.format(Locale.ROOT, "%.2f", score);
                chinese.add("技能 " + category + " " + figure);
                english.add("skill " + category + " " + figure);
            }
            return new Words(String.join("，", chinese), String.join(", ", english));
        }
    }
}
