package org.hotdesk.api.admin;

import org.hotdesk.api.Words;
import org.osgi.annotation.versioning.ConsumerType;

import java.util.Map;
import java.util.Optional;

/**
 * Says what is wrong with settings that a form cannot judge, such as rules in a text. Its
 * {@code @Extension} is the pid of the settings with hyphens for dots.
 */
@ConsumerType
public interface SettingsCheck {

    /** What is wrong, for the person who wrote it. */
    record Complaint(String field, Words words) {}

    /** Called on any thread with every setting of the form, for at most a second. */
    Optional<Complaint> check(Map<String, String> values);
}
