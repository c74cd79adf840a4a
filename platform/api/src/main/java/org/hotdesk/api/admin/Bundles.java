package org.hotdesk.api.admin;

import org.hotdesk.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

import java.nio.file.Path;
import java.util.List;

/**
 * The bundles of this server, changed while it runs. Everything needs {@code bundle.manage}. What
 * is in the folder {@code plugins/} is installed; to put a jar there, or take it away, does the
 * same as these methods.
 *
 * <p>One change at a time; a second one waits. Changes fail nobody's request: the new version
 * starts beside the old one, which goes when the new one has proved itself.
 */
@ProviderType
public interface Bundles {

    /** All bundles but libraries, by name. */
    List<BundleInfo> list(Actor actor);

    /**
     * One bundle.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND
     */
    BundleInfo find(Actor actor, String name);

    /**
     * Says what {@link #install} would do, and does nothing.
     *
     * @throws org.hotdesk.api.Fault INVALID when the file is no bundle
     */
    DryRun check(Actor actor, Path jar);

    /**
     * Installs a bundle or updates the one of the same name, and starts it.
     *
     * <p>When the new version does not start, or fails its first calls, the old one goes on, and
     * the bundle's {@code lastError} says why.
     *
     * @throws org.hotdesk.api.Fault INVALID when the file is no bundle or is part of the platform;
     *     CONFLICT when it was rolled back at once
     */
    BundleInfo install(Actor actor, Path jar);

    /** Starts a bundle that is stopped; it stays started after a restart of the server. */
    BundleInfo start(Actor actor, String name);

    /** Stops a bundle; it stays stopped after a restart of the server. */
    BundleInfo stop(Actor actor, String name);

    /** Removes a bundle. What it stored stays in the database. */
    void remove(Actor actor, String name);
}
