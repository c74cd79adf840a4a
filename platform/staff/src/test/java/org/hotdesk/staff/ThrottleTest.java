package org.hotdesk.staff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hotdesk.api.Fault.Category.TOO_MANY;
import static org.hotdesk.staff.Faults.assertRefused;

import org.hotdesk.testkit.HandClock;
import org.junit.jupiter.api.Test;

import java.time.Duration;

class ThrottleTest {
    private final HandClock clock = HandClock.inTheMorning();
    private final Throttle throttle = new Throttle(clock);

    @Test
    void four_failures_are_free() {
        fail("amy", 4);

        assertOpen("amy", "10.0.0.1");
    }

    @Test
    void each_further_failure_doubles_the_wait() {
        fail("amy", 5);
        assertClosed("amy", "10.0.0.9");
        clock.advance(Duration.ofSeconds(1));
        assertOpen("amy", "10.0.0.9");

        fail("amy", 3);
        clock.advance(Duration.ofSeconds(7));
        assertClosed("amy", "10.0.0.9");
        clock.advance(Duration.ofSeconds(1));
        assertOpen("amy", "10.0.0.9");
    }

    @Test
    void nobody_waits_longer_than_a_quarter_of_an_hour() {
        fail("amy", 200);
        clock.advance(Duration.ofMinutes(15));

        assertOpen("amy", "10.0.0.9");
    }

    @Test
    void another_login_from_elsewhere_is_not_slowed_down() {
        fail("amy", 10);

        assertOpen("ben", "10.0.0.2");
    }

    @Test
    void who_guesses_many_logins_from_one_address_is_slowed_down_too() {
        for (int i = 0; i < 20; i++) {
            throttle.failed("login" + i, "10.0.0.1");
        }

        assertClosed("never-tried", "10.0.0.1");
        assertOpen("never-tried", "10.0.0.2");
    }

    @Test
    void a_success_forgets_the_failures_of_the_login() {
        fail("amy", 4);
        throttle.succeeded("amy");
        fail("amy", 4);

        assertOpen("amy", "10.0.0.9");
    }

    private void fail(String login, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(login, "10.0.0.1");
        }
    }

    private void assertOpen(String login, String address) {
        assertThatCode(() -> throttle.check(login, address)).doesNotThrowAnyException();
    }

    private void assertClosed(String login, String address) {
        assertRefused(TOO_MANY, () -> throttle.check(login, address));
    }
}
