package org.hotdesk.extension;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreakTest {
    private final Streak streak = new Streak(3);

    private void good(int calls) {
        for (int call = 0; call < calls; call++) {
            streak.good();
        }
    }

    @Test
    void failures_count_until_it_works_well_again() {
        streak.bad();
        good(2);
        streak.bad();
        good(2);
        assertThat(streak.failures()).isEqualTo(2);
        good(1);
        assertThat(streak.failures()).isZero();
    }

    @Test
    void a_failure_after_it_worked_well_counts_anew() {
        streak.bad();
        streak.bad();
        good(3);
        streak.bad();
        assertThat(streak.failures()).isEqualTo(1);
    }
}
