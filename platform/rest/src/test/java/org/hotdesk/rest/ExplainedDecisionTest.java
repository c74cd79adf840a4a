package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.Decision.Considered;
import org.hotdesk.api.routing.Decision.Step;
import org.hotdesk.api.routing.Decision.Verdict;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.staff.AgentId;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ExplainedDecisionTest {
    private static final AgentId ANN = new AgentId(1);
    private static final AgentId BO = new AgentId(2);
    private static final AgentId CY = new AgentId(3);

    private static Words words(String zhCn, String en) {
        return new Words(zhCn, en);
    }

    private static Step step(String strategy, List<Choice> kept, List<Choice> leftOut) {
        return new Step(
                strategy, Optional.empty(), Verdict.ANSWERED, kept, leftOut, Optional.empty());
    }

    private static final Decision DECISION =
            new Decision(
                    new ConversationId(7),
                    Instant.EPOCH,
                    ANN,
                    3,
                    List.of(
                            new Considered(ANN, "Ann", 2, 5, Optional.empty()),
                            new Considered(
                                    BO,
                                    "Bo",
                                    5,
                                    5,
                                    Optional.of(words("已满：5/5", "at capacity 5 of 5"))),
                            new Considered(CY, "Cy", 3, 5, Optional.empty())),
                    List.of(
                            step(
                                    "skill",
                                    List.of(
                                            new Choice(
                                                    ANN, words("技能 退货 0.82", "skill returns 0.82")),
                                            new Choice(
                                                    CY, words("技能 退货 0.80", "skill returns 0.80"))),
                                    List.of()),
                            step(
                                    "load",
                                    List.of(
                                            new Choice(
                                                    ANN, words("进行中 2/5", "2 of 5 conversations"))),
                                    List.of(
                                            new Choice(
                                                    CY,
                                                    words("进行中 3/5", "3 of 5 conversations"))))));

    @Test
    void a_decision_is_one_sentence_in_both_languages() {
        Words summary = ExplainedDecision.of(DECISION).summary();
        assertThat(summary.en())
                .isEqualTo(
                        "chosen Ann: skill returns 0.82, 2 of 5 conversations; left out: Cy: 3 of 5"
                                + " conversations; Bo: at capacity 5 of 5");
        assertThat(summary.zhCn()).isEqualTo("已选Ann：技能 退货 0.82，进行中 2/5；未选：Cy：进行中 3/5；Bo：已满：5/5");
    }
}
