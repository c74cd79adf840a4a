package org.hotdesk.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.jspecify.annotations.Nullable;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads no more of a request than it may hold: 1 MB, or 64 MB of a bundle. */
final class BodyLimit implements ContainerRequestFilter {
    static final long TEXT = 1L << 20;
    static final long BUNDLE = 64L << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        var limit = isBundle(request.getMediaType()) ? BUNDLE : TEXT;
        if (request.getLength() > limit) {
            throw tooLarge(limit);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Counted(request.getEntityStream(), limit));
        }
    }

    private static boolean isBundle(@Nullable MediaType type) {
        return type != null
                && (type.isCompatible(MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        || Objects.equals(type.getSubtype(), "java-archive"));
    }

    private static Fault tooLarge(long limit) {
        return Fault.of(
                Fault.Category.TOO_LARGE,
                "too-large",
                new Words(
                        "内容超过 " + (limit >> 20) + " MB。",
                        "This is larger than " + (limit >> 20) + " MB."));
    }

    private static final class Counted extends FilterInputStream {
        private final long limit;
        private long count;

        Counted(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            if (count > limit) {
                throw tooLarge(limit);
            }
        }
    }
}
