package org.hotdesk.api.extension;

import org.hotdesk.api.Words;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears how a new version of a plugin does in its first calls, beside the version that it is to
 * replace. Called on any thread.
 */
@ConsumerType
public interface ProbationListener {

    /** The new version answered its first calls; the old one is no longer needed. */
    void proved(String point, Provenance newer);

    /** A first call of the new version failed; the old one answered it, and answers from now on. */
    void failed(String point, Provenance newer, Words reason);
}
