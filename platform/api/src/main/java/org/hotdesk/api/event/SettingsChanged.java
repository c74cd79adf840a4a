package org.hotdesk.api.event;

/** A bundle's settings are others than before. */
public record SettingsChanged(String pid, long revision) implements Event {
    @Override
    public String subject() {
        return "settings/" + pid;
    }
}
