package org.hotdesk.api.storage;

import org.osgi.annotation.versioning.ProviderType;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * Where uploaded bytes lie, apart from the database and from everything that is served. Bytes are
 * known by their content: the same ones are kept once in an area. Every bundle has an area of its
 * own and removes what it no longer names. Thread-safe.
 */
@ProviderType
public interface FileStore {

    /**
     * What was kept.
     *
     * @param key 64 hexadecimal digits, made of the content
     * @param size in bytes
     */
    record Kept(String key, long size) {}

    /**
     * Keeps bytes; they are on disk when this returns. Bytes that are there already count as young
     * again.
     *
     * @param area lower-case letters
     * @param limit the most bytes to take
     * @throws org.hotdesk.api.Fault TOO_LARGE {@code file-too-large}; UNAVAILABLE {@code
     *     file-not-kept} when they cannot be written
     */
    Kept keep(String area, InputStream bytes, long limit);

    /**
     * The bytes under a key; the caller closes them.
     *
     * @throws org.hotdesk.api.Fault NOT_FOUND
     */
    InputStream read(String area, String key);

    /** Keys whose bytes were last kept before this moment. */
    List<String> olderThan(String area, Instant moment);

    /** Removes bytes; what is not there is removed already. */
    void remove(String area, String key);
}
