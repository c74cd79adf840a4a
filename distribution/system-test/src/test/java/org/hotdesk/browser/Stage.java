package org.hotdesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

import org.hotdesk.fixture.Administrator;
import org.hotdesk.fixture.Installation;
import org.hotdesk.fixture.RunningServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running demo and a browser; everybody who comes gets a browser window of their own. */
final class Stage implements AutoCloseable {
    /** A client that lost its connection tries again after 20 seconds at the latest. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final RunningServer server = RunningServer.start(installation());
    private final Playwright playwright = Chromium.playwright();
    private final Browser browser = Chromium.launch(playwright);
    private final List<BrowserContext> windows = new ArrayList<>();

    Stage() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    private static Installation installation() {
        try {
            return Installation.in(Files.createTempDirectory("hotdesk-browser"), Map.of());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    RunningServer server() {
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
        page.addInitScript(Agent.SENSES);
        page.navigate(server.url() + "/console/");
        var agent = new Agent(page, new Camera(page, language, size));
        agent.signIn(login);
        return agent;
    }

    /** The administrator, on the page of plugins. */
    PluginsPage plugins(String language, Size size) {
        var admin = administrator("plugins", language, size);
        return new PluginsPage(admin.page(), admin.camera());
    }

    /** The administrator, on a page of the settings. */
    Agent administrator(String settings, String language, Size size) {
        var admin = agent("admin", language, size);
        PlaywrightAssertions.assertThat(admin.page().locator(".rail")).isVisible();
        admin.page().navigate(server.url() + "/console/settings/" + settings);
        PlaywrightAssertions.assertThat(admin.page().locator("main h1, .content h1").first())
                .isVisible();
        return admin;
    }

    /** What everybody saw when a test failed. */
    void photograph(String test) {
        var pages = windows.stream().flatMap(window -> window.pages().stream()).toList();
        for (var i = 0; i < pages.size(); i++) {
            var file = Camera.SHOTS.resolve("failed-%s-%d.png".formatted(test, i + 1));
            pages.get(i).screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    /** Everybody leaves, and nothing is left for those who come next. */
    void clear() {
        windows.forEach(BrowserContext::close);
        windows.clear();
        Administrator.of(server.installation()).sendEverybodyHome();
    }

    @Override
    public void close() {
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
