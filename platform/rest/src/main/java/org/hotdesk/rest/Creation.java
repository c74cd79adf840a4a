package org.hotdesk.rest;

import org.hotdesk.api.Actor;

import java.util.Optional;
import java.util.function.Supplier;

/** Creates a thing once, however often the same request comes. */
interface Creation {
    /**
     * Runs {@code create}, or gives the answer that it gave when this key came first.
     *
     * @param key the caller's {@code Idempotency-Key}; empty: simply creates
     * @param input what was asked for; another one under the same key is refused
     */
    <T> T once(Actor actor, Optional<String> key, Object input, Class<T> type, Supplier<T> create);
}
