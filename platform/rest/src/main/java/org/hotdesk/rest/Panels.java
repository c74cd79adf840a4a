package org.hotdesk.rest;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.Outcome;
import org.hotdesk.api.web.ConsolePanel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Asks the plugins which panels they bring. */
@Component(service = Panels.class)
public final class Panels {
    private static final Duration BUDGET = Duration.ofMillis(500);

    private final ExtensionPoint<ConsolePanel> point;

    /**
     * A panel and where to load it.
     *
     * @param module address of the ES module; another one for each version
     */
    record Panel(String id, ConsolePanel.Slot slot, Words title, String module, String version) {}

    private record Said(ConsolePanel.Slot slot, Words title, String module) {}

    @Activate
    public Panels(@Reference Extensions extensions) {
        point = extensions.open(ConsolePanel.class);
    }

    @Deactivate
    void stop() {
        point.close();
    }

    List<Panel> list() {
        return point
                .callEach(BUDGET, panel -> new Said(panel.slot(), panel.title(), panel.module()))
                .stream()
                .flatMap(Panels::answered)
                .toList();
    }

    private static Stream<Panel> answered(Outcome<Said> outcome) {
        if (!(outcome instanceof Outcome.Answered<Said>(var said, var by, var took))) {
            return Stream.empty();
        }
        var folder = "/panels/" + by.bundle() + "/" + by.version() + "/";
        return Stream.of(
                new Panel(
                        by.extension(),
                        said.slot(),
                        said.title(),
                        folder + said.module(),
                        by.version()));
    }
}
