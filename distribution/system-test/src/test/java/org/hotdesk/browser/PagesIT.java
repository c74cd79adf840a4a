package org.hotdesk.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of the settings, on a laptop and on a phone; nobody is shut out of them. */
@InBrowser
final class PagesIT {

    @ParameterizedTest
    @CsvSource({
        "plugins, zh-CN",
        "plugins, en",
        "routing, zh-CN",
        "routing, en",
        "health, zh-CN",
        "health, en",
    })
    void a_page_is_there_for_everybody(String name, String language, Stage stage) {
        for (var size : new Size[] {Size.LAPTOP, Size.PHONE}) {
            var admin = stage.administrator(name, language, size);
            PlaywrightAssertions.assertThat(admin.page().getByText("round-robin").first())
                    .isVisible();
            admin.camera().look(name);
        }
    }
}
