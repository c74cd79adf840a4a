package org.hotdesk.api.admin;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The settings of bundles, changed while they run. What was set here wins over the settings file,
 * survives restarts and updates, and is kept when its bundle goes. All of it needs {@code
 * bundle.manage}.
 */
@ProviderType
public interface SettingsForms {

    /** The forms of all bundles that are there, by pid. */
    List<SettingsForm> list(Actor actor);

    /**
     * One form.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND when no bundle that is there describes it
     */
    SettingsForm find(Actor actor, String pid);

    /**
     * Changes settings; the bundle goes by them at once.
     *
     * @param revision the revision that was read
     * @param values by field; what is not named stays, an empty text is the usual value again
     * @throws org.hotdesk.api.Fault INVALID with the field and the rule; STALE; NOT_FOUND
     */
    SettingsForm change(Actor actor, String pid, long revision, Map<String, String> values);

    /** Who changed what when, newest first, at most {@code limit} (1 to 200). */
    List<Change> history(Actor actor, String pid, int limit);

    /**
     * A revision.
     *
     * @param values what was set in it, secrets left out
     */
    record Change(long revision, Map<String, String> values, String changedBy, Instant changedAt) {
        public Change {
            values = Map.copyOf(values);
        }
    }
}
