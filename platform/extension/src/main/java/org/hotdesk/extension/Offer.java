package org.hotdesk.extension;

import org.hotdesk.api.extension.Provenance;
import org.osgi.framework.Version;

import java.util.Comparator;

/** A plugin's component as it came: what it is called, where it is from, and itself. */
record Offer<S>(
        Provenance provenance, Version version, long bundleId, long serviceId, S component) {

    /** Highest bundle version first, among equals the one that came last. */
    static final Comparator<Offer<?>> BEST_FIRST =
            Comparator.<Offer<?>, Version>comparing(Offer::version)
                    .thenComparingLong(Offer::serviceId)
                    .reversed();

    String name() {
        return provenance.extension();
    }

    /** Whether both are the same extension of the same plugin, in two versions of its bundle. */
    boolean isAnotherVersionOf(Offer<?> other) {
        return name().equals(other.name())
                && provenance.bundle().equals(other.provenance.bundle())
                && bundleId != other.bundleId;
    }
}
