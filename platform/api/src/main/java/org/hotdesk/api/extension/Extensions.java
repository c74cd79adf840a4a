package org.hotdesk.api.extension;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** The guard through which every call into a plugin goes. */
@ProviderType
public interface Extensions {

    /**
     * Opens an extension point; its one owner does so when it starts and closes it when it stops.
     *
     * @param point the service interface that plugins register, with {@link Extension} as property
     */
    <S> ExtensionPoint<S> open(Class<S> point);

    /**
     * As {@link #open}, for questions whose answers nobody acts on: what goes wrong in them cuts an
     * extension off for nobody who asks elsewhere, takes no place of those calls, and counts
     * neither in {@link #states} nor for the probation of a new version.
     */
    default <S> ExtensionPoint<S> openAside(Class<S> point) {
        return open(point);
    }

    /** How every known extension is doing, also those that are cut off. */
    List<ExtensionState> states();
}
