package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;

class VisitorNameTest {

    @Test
    void speaks_the_language_of_the_visitor() {
        assertThat(VisitorName.of(1, "zh-CN")).matches("访客 [0-9A-Z]{4}");
        assertThat(VisitorName.of(1, "zh-Hant-TW")).startsWith("访客 ");
        assertThat(VisitorName.of(1, "en")).matches("Visitor [0-9A-Z]{4}");
        assertThat(VisitorName.of(1, "fr-FR")).startsWith("Visitor ");
    }

    @Test
    void no_two_visitors_have_one_name() {
        Set<String> names = new HashSet<>();

        LongStream.rangeClosed(1, 100_000).forEach(id -> names.add(VisitorName.of(id, "en")));
        LongStream.range(1L << 20, (1L << 20) + 100_000)
                .forEach(id -> names.add(VisitorName.of(id, "en")));

        assertThat(names).hasSize(200_000);
    }
}
