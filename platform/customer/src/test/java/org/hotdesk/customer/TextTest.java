package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void a_character_is_never_cut_in_two() {
        assertThat(Text.cut("ab🍵", 3)).isEqualTo("ab");
        assertThat(Text.cut("ab🍵", 4)).isEqualTo("ab🍵");
    }

    @Test
    void control_characters_become_spaces_and_half_characters_a_mark() {
        assertThat(Text.cut("a\u0000b\nc", 10)).isEqualTo("a b c");
        assertThat(Text.cut("a\uD83Cb", 10)).isEqualTo("a\uFFFDb");
    }
}
