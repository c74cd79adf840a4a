package org.hotdesk.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** Somebody in the demo shop, and what they do with the widget. */
record Visitor(Page page, Camera camera) {
    void openChat() {
        widget(".launcher").click();
        PlaywrightAssertions.assertThat(widget(".panel")).isVisible();
    }

    void write(String text) {
        var field = widget(".composer textarea");
        field.fill(text);
        field.press("Enter");
    }

    /** Waits until this is the newest line of the agent. */
    void hears(String text) {
        PlaywrightAssertions.assertThat(widget(".theirs .said").last()).hasText(text);
    }

    /** Waits until these are the visitor's own lines, all of them, in this order. */
    void said(String... lines) {
        PlaywrightAssertions.assertThat(widget(".mine .said")).hasText(lines);
    }

    /** The same visitor, looking at another page beside this one. */
    Visitor anotherTab(String url) {
        var tab = page.context().newPage();
        tab.navigate(url);
        return new Visitor(tab, new Camera(tab, camera.language(), camera.size()));
    }

    /** Waits until the header shows who answers. */
    void meets(String name) {
        PlaywrightAssertions.assertThat(widget(".header h2")).hasText(name);
    }

    void endChat() {
        widget(".end").click();
        widget(".sheet .danger").click();
    }

    void rate(int stars, String comment) {
        widget(".star").nth(stars - 1).click();
        widget(".more textarea").fill(comment);
        widget(".rating .primary").click();
        PlaywrightAssertions.assertThat(widget(".thanks")).isVisible();
    }

    Locator widget(String selector) {
        return page.locator("hotdesk-widget " + selector);
    }
}
