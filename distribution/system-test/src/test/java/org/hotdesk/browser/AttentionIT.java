package org.hotdesk.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/** An agent who looks elsewhere learns that somebody was given to them. */
@InBrowser
final class AttentionIT {

    @ParameterizedTest
    @CsvSource({"zh-CN, agent4, 请问这盆绿萝好养吗？", "en, agent3, Is this plant easy to keep?"})
    void a_new_assignment_rings_and_shows_a_notification(
            String language, String login, String question, Stage stage) {
        var agent = stage.agent(login, language, Size.LAPTOP);
        agent.goOnline();
        agent.allowNotices();
        agent.looksAway();
        var visitor = stage.visitor(language, Size.LAPTOP);
        visitor.openChat();
        visitor.write(question);
        PlaywrightAssertions.assertThat(agent.page().locator("[data-row]").first())
                .containsText(question);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(agent.page().evaluate("window.heard").toString())
                                    .startsWith("[660, 880");
                            assertThat(agent.page().evaluate("window.noticed").toString())
                                    .contains(question);
                        });
        agent.camera().look("console-assigned");
    }
}
