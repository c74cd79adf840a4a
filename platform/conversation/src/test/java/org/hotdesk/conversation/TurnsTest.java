package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

class TurnsTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Turns turns = Helpdesk.turns();

    @Test
    void equal_priorities_keep_their_order() {
        assertThat(turns.of(START, 3)).isBefore(turns.of(START.plusMillis(1), 3));
    }

    @Test
    void a_step_of_priority_is_worth_a_minute_of_waiting_and_no_more() {
        assertThat(turns.of(START.plusSeconds(59), 1)).isBefore(turns.of(START, 0));
        assertThat(turns.of(START.plusSeconds(61), 1)).isAfter(turns.of(START, 0));
    }

    /** One is served a minute, two come: one of the highest priority and one of everybody. */
    @Test
    void nobody_starves_behind_those_of_higher_priority() {
        record Guest(int minute, int priority, Instant turn) {}
        List<Guest> queue = new ArrayList<>();
        int longest = 0;
        for (int minute = 0; minute < 600; minute++) {
            Instant now = START.plusSeconds(60L * minute);
            queue.add(new Guest(minute, 9, turns.of(now, 9)));
            if (minute % 10 == 0) {
                queue.add(new Guest(minute, 0, turns.of(now, 0)));
            }
            queue.sort(Comparator.comparing(Guest::turn));
            Guest served = queue.removeFirst();
            if (served.priority() == 0) {
                longest = Math.max(longest, minute - served.minute());
            }
        }
        assertThat(longest).isBetween(9, 80);
        assertThat(queue).extracting(Guest::minute).allMatch(minute -> minute > 450);
    }
}
