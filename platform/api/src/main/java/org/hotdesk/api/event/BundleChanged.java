package org.hotdesk.api.event;

/**
 * A bundle was installed, updated, started, stopped, removed or rolled back.
 *
 * @param change one of {@code installed, updated, started, stopped, removed, rolled-back, failed}
 */
public record BundleChanged(String name, String version, String change, String detail)
        implements Event {
    @Override
    public String subject() {
        return "bundle/" + name;
    }
}
