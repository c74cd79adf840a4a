package org.hotdesk.routing.skill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class WilsonTest {
    /** Worked out by hand from the formula. */
    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"0, 0, 0", "0, 10, 0", "3, 3, 0.4385", "5, 10, 0.2366", "285, 300, 0.9192"})
    void the_bound_is_what_the_formula_says(int successes, int trials, double bound) {
        assertThat(Wilson.lowerBound(successes, trials)).isCloseTo(bound, within(0.0005));
    }

    @Test
    void three_lucky_ones_do_not_beat_three_hundred_good_ones() {
        assertThat(Wilson.lowerBound(3, 3)).isLessThan(Wilson.lowerBound(270, 300));
    }

    @Test
    void it_is_below_the_share_and_grows_with_evidence() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            int trials = 1 + random.nextInt(500);
            int successes = random.nextInt(trials + 1);
            double bound = Wilson.lowerBound(successes, trials);
            assertThat(bound).isBetween(0.0, (double) successes / trials + 1e-9);
            assertThat(Wilson.lowerBound(10 * successes, 10 * trials))
                    .isGreaterThanOrEqualTo(bound - 1e-9);
        }
    }
}
