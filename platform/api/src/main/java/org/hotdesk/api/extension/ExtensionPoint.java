package org.hotdesk.api.extension;

import org.osgi.annotation.versioning.ProviderType;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The one way for the owner of an extension point to call those who extend it.
 *
 * <p>Thread-safe. A call holds no lock; the caller must hold neither lock nor transaction. A call
 * in flight keeps its plugin instance until it returns; the next call takes the newest one.
 */
@ProviderType
public interface ExtensionPoint<S> extends AutoCloseable {

    /** Who is there now, by name; empty when nobody is. */
    List<Provenance> present();

    /**
     * Asks the extension of this name, on a thread of its own, for at most {@code budget}.
     *
     * <p>A plugin that throws or is slow costs this one call; after several it is cut off and tried
     * again later by itself. Never throws for a plugin's fault.
     */
    <R> Outcome<R> call(
            String extension, Duration budget, Function<? super S, ? extends R> question);

    /** Asks everybody who is there, one after the other, in order of name. */
    <R> List<Outcome<R>> callEach(Duration budget, Function<? super S, ? extends R> question);

    /** Runs {@code changed} after extensions came, went or were replaced; returns at once. */
    void onChange(Runnable changed);

    /** Ends the watch for extensions; calls in flight are waited for, within bounds. */
    @Override
    void close();
}
