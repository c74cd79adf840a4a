package org.hotdesk.routing.source;

import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

import java.util.Optional;

/**
 * Places a conversation by the first rule that applies to where its visitor comes from and who they
 * are; about agents it has no opinion.
 */
@Component(configurationPid = "org.hotdesk.routing.source")
@Designate(ocd = Settings.class)
@Extension("source")
public final class SourceRules implements RoutingStrategy {
    private volatile Rules rules;

    @Activate
    public SourceRules(Settings settings) {
        this(settings.rules());
    }

    SourceRules(String rules) {
        this.rules = Rules.read(rules);
    }

    @Modified
    void change(Settings settings) {
        rules = Rules.read(settings.rules());
    }

    @Override
    public Optional<Placement> place(Arrival arrival) {
        return rules.of(arrival);
    }

    @Override
    public Preference choose(RoutingRequest request) {
        return Preference.none();
    }
}
