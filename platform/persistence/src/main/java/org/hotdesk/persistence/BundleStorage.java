package org.hotdesk.persistence;

import org.hotdesk.api.storage.Storage;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import java.util.Optional;

/**
 * One bundle's storage; without it, and so without the bundle's components, while migrations fail.
 */
@Component(service = Storage.class, scope = ServiceScope.BUNDLE)
public final class BundleStorage implements Storage {
    private final Mappers mappers;

    @Activate
    public BundleStorage(
            ComponentContext context,
            @Reference ThreadTransactions transactions,
            @Reference BundleMigrations migrations) {
        Bundle bundle = context.getUsingBundle();
        Optional<String> failure = migrations.migrate(bundle);
        if (failure.isPresent()) {
            throw new IllegalStateException(
                    bundle.getSymbolicName()
                            + " gets no storage, for its migrations fail: "
                            + failure.get());
        }
        mappers = new Mappers(transactions, bundle.adapt(BundleWiring.class).getClassLoader());
    }

    @Override
    public <M> M mapper(Class<M> type) {
        return mappers.mapper(type);
    }
}
