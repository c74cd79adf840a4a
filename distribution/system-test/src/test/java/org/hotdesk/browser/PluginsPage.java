package org.hotdesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The page on which an administrator changes plugins. */
record PluginsPage(Page page, Camera camera) {
    /** What a browser hands over when a file is dropped. */
    private static final String TRANSFER =
            """
            ([name, content]) => {
                const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
                const transfer = new DataTransfer();
                transfer.items.add(new File([bytes], name));
                return transfer;
            }
            """;

    /** Uploads a jar as it is chosen in the file dialog. */
    void choose(Path jar) {
        page.locator("input[type=file]").setInputFiles(jar);
        assertThat(dialog()).isVisible();
    }

    /** Uploads a jar by dragging it onto the page. */
    void drop(Path jar) {
        try {
            var content = Base64.getEncoder().encodeToString(Files.readAllBytes(jar));
            var name = jar.getFileName().toString();
            var transfer = page.evaluateHandle(TRANSFER, List.of(name, content));
            page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", transfer));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        assertThat(dialog()).isVisible();
    }

    /** The report before, and the result after. */
    Locator dialog() {
        return page.locator(".el-dialog");
    }

    void install() {
        page.locator(".el-dialog .el-button--primary").click();
        assertThat(page.locator(".el-dialog .el-button--primary")).hasCount(0);
    }

    void closeDialog() {
        page.locator(".el-dialog__footer .el-button").click();
        assertThat(dialog()).hasCount(0);
    }

    Locator row(String bundle) {
        return page.locator("tr")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(
                                        page.locator(
                                                "th span",
                                                new Page.LocatorOptions().setHasText(bundle))));
    }

    /** Does what the menu of a row names so, and says yes when asked. */
    void act(String bundle, String action) {
        row(bundle).locator("button").last().click();
        page.locator(".el-dropdown-menu__item:visible")
                .filter(new Locator.FilterOptions().setHasText(action))
                .click();
    }

    void confirm() {
        page.locator(".el-message-box .el-button--primary").click();
    }
}
