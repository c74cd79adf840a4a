package org.hotdesk.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** An agent, and what they do in the console. */
record Agent(Page page, Camera camera) {
    /** The password of all sample accounts. */
    private static final String PASSWORD = "hotdesk-demo";

    void signIn(String login) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(PASSWORD);
        page.locator("#password").press("Enter");
    }

    /** Takes new conversations from here on. */
    void goOnline() {
        page.locator(".bar[role=status] .el-button--primary").first().click();
    }

    /** Opens the conversation whose preview holds these words. */
    void open(String words) {
        rows().filter(new Locator.FilterOptions().setHasText(words)).first().click();
        PlaywrightAssertions.assertThat(page.locator("#reply")).isVisible();
    }

    void hears(String text) {
        PlaywrightAssertions.assertThat(page.locator("article.pane").getByText(text).last())
                .isVisible();
    }

    void write(String text) {
        var field = page.locator("#reply");
        field.fill(text);
        field.press("Enter");
    }

    private Locator rows() {
        return page.locator("[data-row]");
    }
}
