package org.hotdesk.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Keeps key and answer in the transaction that creates the thing, so a restart forgets neither. */
@Component
public final class StoredCreation implements Creation {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Answers answers;
    private final Clock clock;
    private final JsonMapper json = Json.mapper();
    private final AtomicLong cleanAgain = new AtomicLong();

    @Activate
    public StoredCreation(@Reference Transactions transactions, @Reference Storage storage) {
        this(transactions, storage.mapper(Answers.class), Clock.systemUTC());
    }

    StoredCreation(Transactions transactions, Answers answers, Clock clock) {
        this.transactions = transactions;
        this.answers = answers;
        this.clock = clock;
    }

    @Override
    public <T> T once(
            Actor actor, Optional<String> key, Object input, Class<T> type, Supplier<T> create) {
        if (key.isEmpty()) {
            return create.get();
        }
        if (key.get().isBlank() || key.get().length() > 200) {
            throw Fault.invalid(
                    "Idempotency-Key",
                    "bad-key",
                    new Words(
                            "Idempotency-Key 为 1 到 200 个字符。",
                            "An Idempotency-Key has 1 to 200 characters."));
        }
        clean();
        var hash = hash(who(actor) + "\n" + input.getClass().getName() + "\n" + key.get());
        return transactions.run(() -> createOrRepeat(hash, hash(write(input)), type, create));
    }

    private <T> T createOrRepeat(String key, String input, Class<T> type, Supplier<T> create) {
        if (answers.take(key, input, clock.instant())) {
            var created = create.get();
            answers.keep(key, write(created));
            return created;
        }
        var kept =
                answers.find(key)
                        .orElseThrow(
                                () ->
                                        Fault.of(
                                                Fault.Category.CONFLICT,
                                                "key-in-use",
                                                new Words(
                                                        "使用这个键的请求正在处理，请稍后再问。",
                                                        "This key is at work right now; ask again.")));
        if (!kept.inputHash().equals(input)) {
            throw Fault.invalid(
                    "Idempotency-Key",
                    "key-used",
                    new Words(
                            "这个 Idempotency-Key 已用于另一个请求，请换一个。",
                            "This Idempotency-Key came with another request before; use a new one."));
        }
        return read(kept.answer(), type);
    }

    private <T> T read(String answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void clean() {
        var now = clock.millis();
        var due = cleanAgain.get();
        if (now >= due && cleanAgain.compareAndSet(due, now + BETWEEN_CLEANINGS.toMillis())) {
            answers.forget(clock.instant().minus(KEPT));
        }
    }

    private static String who(Actor actor) {
        return switch (actor) {
            case Actor.Agent agent -> "agent/" + agent.id();
            case Actor.Visitor visitor -> "visitor/" + visitor.id();
            case Actor.Platform platform -> "platform/" + platform.part();
            case Actor.Plugin plugin -> "plugin/" + plugin.provenance().extension();
        };
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
