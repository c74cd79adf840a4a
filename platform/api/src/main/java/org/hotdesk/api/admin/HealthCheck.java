package org.hotdesk.api.admin;

import org.osgi.annotation.versioning.ConsumerType;

/** Tells how one part of Hotdesk is doing. Answers within a second, from what it already knows. */
@ConsumerType
public interface HealthCheck {
    /** How it is doing now. */
    HealthReading check();
}
