package org.hotdesk.api.storage;

import org.osgi.annotation.versioning.ProviderType;

import java.util.Optional;

/** Brings the tables of bundles up to date before their components start. */
@ProviderType
public interface Migrations {

    /**
     * Runs what is new in the folder {@code migrations/} of this bundle ({@code V1__what.sql},
     * {@code V2__what.sql} …); each bundle has a history of its own. Done once for a bundle; a
     * second call answers the same.
     *
     * @return the reason why it failed; empty when all is up to date or there is nothing to run
     */
    Optional<String> migrate(long bundleId);
}
