package org.hotdesk.routing.load;

import org.hotdesk.api.Words;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps those with the fewest conversations open now, or handled today, in the order in which they
 * came; among equals the next strategy decides.
 */
@Component(configurationPid = "org.hotdesk.routing.load")
@Designate(ocd = Settings.class)
@Extension("load")
public final class LeastLoad implements RoutingStrategy {
    private volatile Measure measure;

    /** What counts as load. */
    enum Measure {
        OPEN_NOW,
        HANDLED_TODAY;

        static Measure of(Settings settings) {
            return settings.measure().equals("handled-today") ? HANDLED_TODAY : OPEN_NOW;
        }

        int of(Candidate candidate) {
            return switch (this) {
                case OPEN_NOW -> candidate.load();
                case HANDLED_TODAY -> candidate.handledToday();
            };
        }

        Words words(Candidate candidate) {
            int load = of(candidate);
            return switch (this) {
                case OPEN_NOW ->
                        new Words(
                                "进行中 " + load + "/" + candidate.capacity(),
                                load + " of " + candidate.capacity() + " conversations");
                case HANDLED_TODAY -> new Words("今日接待 " + load, load + " conversations today");
            };
        }
    }

    @Activate
    public LeastLoad(Settings settings) {
        this(Measure.of(settings));
    }

    LeastLoad(Measure measure) {
        this.measure = measure;
    }

    @Modified
    void change(Settings settings) {
        measure = Measure.of(settings);
    }

    @Override
    public Preference choose(RoutingRequest request) {
        Measure by = measure;
        int least = request.candidates().stream().mapToInt(by::of).min().orElseThrow();
        List<Choice> kept = new ArrayList<>();
        List<Choice> leftOut = new ArrayList<>();
        for (Candidate candidate : request.candidates()) {
            Choice choice = new Choice(candidate.agent(), by.words(candidate));
            (by.of(candidate) == least ? kept : leftOut).add(choice);
        }
        return new Preference(kept, leftOut);
    }
}
