package org.hotdesk.routing.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.testkit.SampleArrival.arrival;
import static org.hotdesk.testkit.SampleCandidate.candidate;
import static org.hotdesk.testkit.SampleRequest.request;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.routing.TrackRecords;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.testkit.RoutingStrategyContract;
import org.hotdesk.testkit.SampleRequest;
import org.junit.jupiter.api.Test;

import java.util.List;

class SkillsTest extends RoutingStrategyContract {
    private static final AgentId LUCKY = new AgentId(1);
    private static final AgentId GOOD = new AgentId(2);
    private static final AgentId BAD = new AgentId(3);

    /** In returns: three lucky conversations, three hundred good ones, three hundred bad ones. */
    private static final TrackRecords RETURNS =
            new TrackRecords() {
                @Override
                public List<TrackRecord> of(String category, int days) {
                    return category.equals("returns")
                            ? List.of(
                                    new TrackRecord(LUCKY, 3, 3, 3, 3, 3),
                                    new TrackRecord(GOOD, 300, 270, 200, 190, 60),
                                    new TrackRecord(BAD, 300, 90, 200, 60, 3))
                            : List.of();
                }

                @Override
                public void converted(Actor actor, ConversationId conversation) {
                    throw new AssertionError("a strategy only reads");
                }
            };

    @Override
    protected RoutingStrategy strategy() {
        return new Skills(RETURNS, new Weights(true, 90, 50, 40, 10, 0.1));
    }

    private List<Long> kept(SampleRequest request) {
        return strategy().choose(request).kept().stream()
                .map(choice -> choice.agent().value())
                .toList();
    }

    @Test
    void those_are_kept_who_know_all_that_is_required() {
        assertThat(
                        kept(
                                request()
                                        .needs("returns", 3)
                                        .needs("english", 1)
                                        .with(
                                                candidate(1).skill("returns", 5),
                                                candidate(2)
                                                        .skill("returns", 3)
                                                        .skill("english", 2),
                                                candidate(3))))
                .containsExactly(2L);
    }

    @Test
    void where_nobody_knows_enough_who_lacks_least_is_kept() {
        assertThat(
                        kept(
                                request()
                                        .needs("returns", 5)
                                        .with(
                                                candidate(1).skill("returns", 2),
                                                candidate(2).skill("returns", 4),
                                                candidate(3))))
                .containsExactly(2L);
    }

    @Test
    void three_lucky_conversations_do_not_beat_three_hundred_good_ones() {
        Preference preference =
                strategy()
                        .choose(
                                request()
                                        .of(arrival().category("returns"))
                                        .with(candidate(1), candidate(2), candidate(3)));

        assertThat(preference.kept()).extracting(Choice::agent).containsExactly(GOOD);
        assertThat(preference.kept().getFirst().reason().en()).isEqualTo("skill returns 0.82");
        assertThat(preference.leftOut()).extracting(Choice::agent).containsExactly(LUCKY, BAD);
    }

    @Test
    void what_is_required_comes_before_what_was_learned() {
        assertThat(
                        kept(
                                request()
                                        .of(arrival().category("returns"))
                                        .needs("returns", 2)
                                        .with(candidate(2), candidate(3).skill("returns", 2))))
                .containsExactly(3L);
    }

    @Test
    void without_requirement_category_or_record_it_has_no_opinion() {
        assertThat(strategy().choose(request().with(candidate(1)))).isEqualTo(Preference.none());
        assertThat(
                        strategy()
                                .choose(
                                        request()
                                                .of(arrival().category("delivery"))
                                                .with(candidate(1))))
                .isEqualTo(Preference.none());
    }
}
