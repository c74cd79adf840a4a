package org.hotdesk.routing.source;

import org.hotdesk.api.admin.SettingsCheck;
import org.hotdesk.api.extension.Extension;
import org.osgi.service.component.annotations.Component;

import java.util.Map;
import java.util.Optional;

/** Refuses rules that make no sense before they are kept. */
@Component
@Extension("org-hotdesk-routing-source")
public final class RulesCheck implements SettingsCheck {
    @Override
    public Optional<Complaint> check(Map<String, String> values) {
        try {
            Rules.read(values.getOrDefault("rules", ""));
            return Optional.empty();
        } catch (BadRule wrong) {
            return Optional.of(new Complaint("rules", wrong.words()));
        }
    }
}
