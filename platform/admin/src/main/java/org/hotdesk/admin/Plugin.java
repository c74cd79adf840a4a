package org.hotdesk.admin;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo.LastError;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plugin that is installed, at one moment.
 *
 * @param previous the version that stands by until this one has proved itself
 * @param failure why the current version does not run; empty when it does or was stopped
 * @param lastError also of a version that has gone again
 */
record Plugin(
        Installed current,
        Optional<Installed> previous,
        Optional<Words> failure,
        Optional<LastError> lastError) {
    private static final Logger log = LoggerFactory.getLogger(Plugin.class);

    /** A version in the framework, made from our own copy of its jar. */
    record Installed(Bundle bundle, PluginFile kept) {
        String version() {
            return kept.version().toString();
        }

        boolean isActive() {
            return bundle.getState() == Bundle.ACTIVE;
        }

        /** Extensions that both versions offer. */
        Set<String> sharedWith(Installed newer) {
            Set<String> both = new TreeSet<>(Offers.of(bundle));
            both.retainAll(Offers.of(newer.bundle));
            return both;
        }

        /** It goes on beside the newer one where first calls can tell which is better. */
        boolean mayRunBeside(Installed newer) {
            return newer.kept.version().compareTo(kept.version()) >= 0
                    && !sharedWith(newer).isEmpty();
        }

        void stop() {
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException failed) {
                log.warn("{} did not stop in order", bundle, failed);
            }
        }

        void uninstall() {
            stop();
            try {
                bundle.uninstall();
            } catch (BundleException failed) {
                log.warn("{} did not go in order", bundle, failed);
            }
        }
    }

    /** Why a version is not there any more. */
    static Words takenBack(Installed failed, Words reason) {
        return new Words(
                "版本 " + failed.version() + " 已撤回。" + reason.zhCn(),
                "Version " + failed.version() + " was taken back. " + reason.en());
    }

    static Plugin first(Installed current) {
        return new Plugin(current, Optional.empty(), Optional.empty(), Optional.empty());
    }

    String name() {
        return current.kept().name();
    }

    boolean isUnresolved() {
        return current.bundle().getState() == Bundle.INSTALLED;
    }

    /** Whether both are before the same proof. */
    boolean isSameStepAs(Plugin other) {
        return current.equals(other.current) && previous.equals(other.previous);
    }

    Plugin failed(LastError error) {
        return new Plugin(current, previous, Optional.of(error.message()), Optional.of(error));
    }

    Plugin well() {
        return new Plugin(current, previous, Optional.empty(), lastError);
    }

    Plugin replacedBy(Installed newer, Optional<Installed> standby) {
        return new Plugin(newer, standby, Optional.empty(), lastError);
    }

    Plugin proved() {
        return new Plugin(current, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
