package org.hotdesk.admin;

import org.hotdesk.api.Fault;
import org.hotdesk.api.admin.SettingsCheck;
import org.hotdesk.api.admin.SettingsCheck.Complaint;
import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.extension.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks bundles about settings of theirs that a form cannot judge. */
@Component(service = SettingChecks.class)
public final class SettingChecks {
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private final ExtensionPoint<SettingsCheck> point;

    @Activate
    public SettingChecks(@Reference Extensions extensions) {
        point = extensions.open(SettingsCheck.class);
    }

    @Deactivate
    void close() {
        point.close();
    }

    void check(String pid, Map<String, String> values) {
        Outcome<Optional<Complaint>> outcome =
                point.call(pid.replace('.', '-'), BUDGET, check -> check.check(values));
        if (outcome instanceof Outcome.Answered<Optional<Complaint>> answered) {
            answered.answer()
                    .ifPresent(
                            wrong -> {
                                throw Fault.invalid(
                                        wrong.field(), "setting-refused", wrong.words());
                            });
        }
    }
}
