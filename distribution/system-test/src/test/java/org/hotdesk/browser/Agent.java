package org.hotdesk.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** An agent, and what they do in the console. */
record Agent(Page page, Camera camera) {
    /** The password of all sample accounts. */
    private static final String PASSWORD = "hotdesk-demo";

    /** Keeps what would be heard and shown, in place of sound and notifications. */
    static final String SENSES =
            """
            window.heard = [];
            window.noticed = [];
            window.AudioContext = class {
                state = 'running';
                currentTime = 0;
                destination = {};
                resume() { return Promise.resolve(); }
                createOscillator() {
                    const frequency = { value: 0 };
                    return {
                        frequency,
                        connect: to => to,
                        start: () => window.heard.push(frequency.value),
                        stop() {},
                    };
                }
                createGain() {
                    const gain = {
                        setValueAtTime() {},
                        linearRampToValueAtTime() {},
                        exponentialRampToValueAtTime() {},
                    };
                    return { gain, connect: to => to };
                }
            };
            window.Notification = class Notification {
                static permission = 'default';
                static requestPermission() {
                    Notification.permission = 'granted';
                    return Promise.resolve('granted');
                }
                constructor(title, { body }) { window.noticed.push(title + ': ' + body); }
                close() {}
            };
            """;

    /** Lets the browser show notifications, as the console proposes to who is online. */
    void allowNotices() {
        var bar = page.locator(".bar[role=status]");
        bar.locator(".el-button--primary").first().click();
        PlaywrightAssertions.assertThat(bar).hasCount(0);
    }

    /** Looks at another window from here on. */
    void looksAway() {
        page.evaluate("document.hasFocus = () => false");
    }

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
