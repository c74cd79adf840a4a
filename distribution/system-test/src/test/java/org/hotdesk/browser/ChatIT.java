package org.hotdesk.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visitor and an agent talk with each other. */
@InBrowser
final class ChatIT {
    /** Who agent1 is in the sample data. */
    private static final String AGENT1 = "王芳";

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 你好，我的包裹显示已签收，但是没有收到。, 您好，我马上为您查一下。, 很快就解决了，谢谢！",
        "en, Hello; my parcel is said to be here but is not., Hello! Let me look it up for you., Solved in no time",
    })
    void a_visitor_asks_an_agent_answers_and_the_visitor_rates(
            String language, String question, String answer, String thanks, Stage stage) {
        var agent = stage.agent("agent1", language, Size.LAPTOP);
        agent.goOnline();
        var visitor = stage.visitor(language, Size.LAPTOP);
        visitor.camera().look("shop");
        visitor.openChat();
        visitor.camera().look("widget-greeting");

        visitor.write(question);
        visitor.meets(AGENT1);
        agent.open(question.substring(0, 8));
        agent.hears(question);
        agent.write(answer);
        visitor.hears(answer);
        visitor.camera().look("widget-chat");
        agent.camera().look("console-chat");

        visitor.endChat();
        visitor.camera().look("widget-end");
        visitor.rate(5, thanks);
        visitor.camera().look("widget-thanks");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 请问什么时候发货？", "en, When will you ship it?"})
    void the_widget_fills_a_phone(String language, String question, Stage stage) {
        var visitor = stage.visitor(language, Size.PHONE);
        visitor.camera().look("shop");
        visitor.openChat();
        visitor.write(question);
        visitor.camera().look("widget-queue");
    }
}
