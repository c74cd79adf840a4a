package org.hotdesk.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class WordFinderTest {
    private static List<String> found(String text, String... words) {
        List<String> folded = List.of(words).stream().map(Folding::fold).toList();
        return new WordFinder(folded)
                .find(Folding.fold(text)).stream().mapToObj(i -> words[i]).toList();
    }

    @Test
    void words_are_found_wherever_they_stand_and_within_each_other() {
        assertThat(found("这个代开发票的广告", "发票", "代开发票", "开发", "广告", "没有"))
                .containsExactly("发票", "代开发票", "开发", "广告");
    }

    @Test
    void case_width_and_invisible_characters_make_no_difference() {
        assertThat(found("ＦＲＥＥ　Ｍｏｎｅｙ", "free money")).hasSize(1);
        assertThat(found("代\u200b开\u00ad发\u2060票", "代开发票")).hasSize(1);
        assertThat(found("STRASSE ﬁne ①", "ﬁNE", "1")).hasSize(2);
    }

    @Test
    void a_latin_word_is_found_as_a_whole_one_alone() {
        assertThat(found("first class assistance", "ass")).isEmpty();
        assertThat(found("you ass!", "ass")).hasSize(1);
        assertThat(found("加vx123吧", "vx123")).hasSize(1);
    }

    @Test
    void nothing_is_found_in_nothing() {
        assertThat(found("", "x")).isEmpty();
        assertThat(found("anything")).isEmpty();
    }

    @Test
    void it_finds_what_a_plain_search_finds() {
        long seed = Long.getLong("hotdesk.test.seed", 20261122L);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            String[] words = new String[1 + random.nextInt(8)];
            for (int i = 0; i < words.length; i++) {
                words[i] = text(random, 1 + random.nextInt(4));
            }
            String text = text(random, random.nextInt(30));
            List<String> distinct = List.of(words).stream().distinct().toList();
            assertThat(found(text, distinct.toArray(String[]::new)))
                    .as("seed %d, round %d, %s in %s", seed, round, distinct, text)
                    .isEqualTo(distinct.stream().filter(text::contains).toList());
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("一二三".charAt(random.nextInt(3)));
        }
        return text.toString();
    }

    @Test
    void ten_thousand_words_cost_a_message_microseconds() {
        Random random = new Random(7);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            words.add(i % 2 == 0 ? chinese(random, 2 + i % 4) : latin(random, 4 + i % 6));
        }
        long began = System.nanoTime();
        WordFinder finder = new WordFinder(words.stream().map(Folding::fold).toList());
        long made = System.nanoTime() - began;
        String[] messages = new String[1_000];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = chinese(random, 30) + " Order " + latin(random, 8) + " 请问什么时候发货？";
        }
        long found = 0;
        long nanos = 0;
        for (int round = 0; round < 60; round++) {
            long start = System.nanoTime();
            for (String message : messages) {
                found += finder.find(Folding.fold(message)).cardinality();
            }
            nanos = round < 30 ? 0 : nanos + System.nanoTime() - start;
        }
        long each = nanos / (30L * messages.length);
        System.out.printf(
                "10,000 words: made in %d ms, %d ns a message of %d characters, %d found%n",
                made / 1_000_000, each, messages[0].length(), found);
        assertThat(each).isLessThan(100_000);
    }

    private static String chinese(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (0x4e00 + random.nextInt(3_000)));
        }
        return text.toString();
    }

    private static String latin(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
