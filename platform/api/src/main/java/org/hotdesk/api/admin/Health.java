package org.hotdesk.api.admin;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** How the whole system is doing. */
@ProviderType
public interface Health {

    /** Whether requests can be served: the platform is started and nothing is DOWN. */
    boolean ready();

    /** Every part's reading, by name. */
    List<HealthReading> readings();
}
