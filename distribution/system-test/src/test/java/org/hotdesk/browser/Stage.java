package org.hotdesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A running demo and a browser; everybody who comes gets a browser window of their own. */
final class Stage implements AutoCloseable {
    /** A client that lost its connection tries again after 20 seconds at the latest. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final DemoServer server = DemoServer.start();
    private final Playwright playwright = Chromium.playwright();
    private final Browser browser = Chromium.launch(playwright);
    private final List<BrowserContext> windows = new ArrayList<>();

    Stage() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    DemoServer server() {
        return server;
    }

    /** Somebody who comes to the demo shop. */
    Visitor visitor(String language, Size size) {
        var page = window(language, size);
        page.navigate(server.url() + "/demo/?lang=" + language);
        return new Visitor(page, new Camera(page, language, size));
    }

    /** An agent at the console, signed in and online. */
    Agent agent(String login, String language, Size size) {
        var page = window(language, size);
        page.navigate(server.url() + "/console/");
        var agent = new Agent(page, new Camera(page, language, size));
        agent.signIn(login);
        return agent;
    }

    /** What everybody saw when a test failed. */
    void photograph(String test) {
        var pages = windows.stream().flatMap(window -> window.pages().stream()).toList();
        for (var i = 0; i < pages.size(); i++) {
            var file = Camera.SHOTS.resolve("failed-%s-%d.png".formatted(test, i + 1));
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    /** Everybody leaves. */
    void clear() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    @Override
    public void close() {
        clear();
        playwright.close();
        server.close();
    }

    private Page window(String language, Size size) {
        var options =
                new Browser.NewContextOptions()
                        .setLocale(language)
                        .setViewportSize(size.width(), size.height());
        var window = browser.newContext(options);
        windows.add(window);
        return window.newPage();
    }
}
