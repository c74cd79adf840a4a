package org.hotdesk.persistence;

import org.hotdesk.api.Fault;
import org.hotdesk.api.storage.Migrations;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Brings bundles' tables up to date, once for each version of a bundle that is installed. */
@Component(service = {Migrations.class, BundleMigrations.class})
public final class BundleMigrations implements Migrations {

    /** A bundle as it was installed or last updated. */
    private record Revision(long bundle, long modified) {}

    private final BundleContext context;
    private final Migrator migrator;
    private final Map<Revision, Optional<String>> done = new ConcurrentHashMap<>();

    @Activate
    public BundleMigrations(BundleContext context, @Reference Database database) {
        this.context = context;
        this.migrator = new Migrator(database);
    }

    @Override
    public Optional<String> migrate(long bundleId) {
        Bundle bundle = context.getBundle(bundleId);
        if (bundle == null) {
            throw Fault.notFound("bundle", bundleId);
        }
        return migrate(bundle);
    }

    /** Answers the reason of a failure; an unreachable database is none and is thrown. */
    Optional<String> migrate(Bundle bundle) {
        return done.computeIfAbsent(
                new Revision(bundle.getBundleId(), bundle.getLastModified()),
                revision -> migrator.migrate(Home.of(bundle)));
    }
}
