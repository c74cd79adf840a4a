package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotdesk.api.Fault.Category.TOO_MANY;
import static org.hotdesk.staff.Faults.assertRefused;

import org.hotdesk.api.Fault;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_what_was_stored_for_it_alone() {
        String stored = passwords.hash("correct horse battery");

        assertThat(stored).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("correct horse battery", stored)).isTrue();
        assertThat(passwords.matches("correct horse batterx", stored)).isFalse();
        assertThat(passwords.hash("correct horse battery")).isNotEqualTo(stored);
    }

    @Test
    void it_reads_what_the_reference_implementation_writes() {
        String reference =
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                        + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", reference)).isTrue();
    }

    @Test
    void one_password_typed_in_two_forms_of_unicode_is_one_password() {
        String stored = passwords.hash("caf\u00e9 au lait");

        assertThat(passwords.matches("cafe\u0301 au lait", stored)).isTrue();
    }

    @Test
    void nothing_matches_what_is_stored_for_nobody() {
        assertThat(passwords.matches("", passwords.nobodys())).isFalse();
    }

    @Test
    void who_cannot_wait_for_a_place_is_turned_away() {
        var impatient = new Passwords(Duration.ZERO);
        var refused = new AtomicInteger();

        List<CompletableFuture<Void>> all =
                Stream.generate(() -> CompletableFuture.runAsync(() -> hash(impatient, refused)))
                        .limit(16)
                        .toList();
        all.forEach(CompletableFuture::join);
        // At most two run at a time; on a machine of one core nobody may ever overlap.
        assertThat(refused.get()).isBetween(0, 14);
        assertThat(impatient.hash("there is room again")).isNotBlank();
    }

    private static void hash(Passwords passwords, AtomicInteger refused) {
        try {
            passwords.hash("correct horse battery");
        } catch (Fault fault) {
            assertRefused(
                    TOO_MANY,
                    () -> {
                        throw fault;
                    });
            refused.incrementAndGet();
        }
    }
}
