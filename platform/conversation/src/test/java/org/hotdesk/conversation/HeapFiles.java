package org.hotdesk.conversation;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.storage.FileStore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Files in memory; all of them are old. */
final class HeapFiles implements FileStore {
    final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    @Override
    public Kept keep(String area, InputStream in, long limit) {
        try {
            byte[] bytes = in.readAllBytes();
            if (bytes.length > limit) {
                throw Fault.of(
                        Fault.Category.TOO_LARGE,
                        "file-too-large",
                        new Words("文件太大。", "too large"));
            }
            String key = Integer.toHexString(Arrays.hashCode(bytes));
            kept.put(key, bytes);
            return new Kept(key, bytes.length);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public InputStream read(String area, String key) {
        byte[] bytes = kept.get(key);
        if (bytes == null) {
            throw Fault.notFound("file", key);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public List<String> olderThan(String area, Instant moment) {
        return List.copyOf(kept.keySet());
    }

    @Override
    public void remove(String area, String key) {
        kept.remove(key);
    }
}
