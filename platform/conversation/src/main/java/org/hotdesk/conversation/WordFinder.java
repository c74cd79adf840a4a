package org.hotdesk.conversation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds thousands of words in a text in one pass over it: the automaton of Aho and Corasick
 * (Efficient string matching, CACM 18, 1975), with its transitions in one open hash table.
 * Immutable once made.
 */
final class WordFinder {
    private static final int NONE = -1;

    private final List<String> words;
    private long[] keys = new long[1 << 10];
    private int[] targets = new int[1 << 10];
    private int transitions;
    private int states = 1;

    /** By state: where to go on when no transition fits. */
    private int[] fail = new int[16];

    /** By state: the word that ends here. */
    private int[] word = filled(16);

    /** By state: the nearest state on the way of failure at which a word ends. */
    private int[] output = filled(16);

    /** Words that are folded already. */
    WordFinder(List<String> words) {
        this.words = List.copyOf(words);
        Arrays.fill(keys, NONE);
        for (int i = 0; i < this.words.size(); i++) {
            add(this.words.get(i), i);
        }
        link();
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }

    private void add(String text, int index) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            int next = next(state, text.charAt(i));
            if (next == NONE) {
                next = newState();
                put(state, text.charAt(i), next);
            }
            state = next;
        }
        if (state != 0) {
            word[state] = index;
        }
    }

    private int newState() {
        if (states == fail.length) {
            int before = states;
            fail = Arrays.copyOf(fail, states * 2);
            word = Arrays.copyOf(word, states * 2);
            output = Arrays.copyOf(output, states * 2);
            Arrays.fill(word, before, before * 2, NONE);
            Arrays.fill(output, before, before * 2, NONE);
        }
        return states++;
    }

    /** Level by level, so that the state to fall back to is linked before. */
    private void link() {
        List<List<long[]>> children = children();
        ArrayDeque<Integer> level = new ArrayDeque<>();
        level.add(0);
        while (!level.isEmpty()) {
            int state = level.poll();
            for (long[] child : children.get(state)) {
                char each = (char) child[0];
                int to = (int) child[1];
                fail[to] = state == 0 ? 0 : step(fail[state], each);
                output[to] = word[fail[to]] == NONE ? output[fail[to]] : fail[to];
                level.add(to);
            }
        }
    }

    private List<List<long[]>> children() {
        List<List<long[]>> children = new ArrayList<>(states);
        for (int i = 0; i < states; i++) {
            children.add(new ArrayList<>(1));
        }
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != NONE) {
                children.get((int) (keys[slot] >>> 16))
                        .add(new long[] {keys[slot] & 0xffff, targets[slot]});
            }
        }
        return children;
    }

    /** The indexes of the words that the folded text holds. */
    BitSet find(String text) {
        BitSet found = new BitSet();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            int end = word[state] == NONE ? output[state] : state;
            for (; end != NONE; end = output[end]) {
                if (isWhole(text, i + 1, words.get(word[end]))) {
                    found.set(word[end]);
                }
            }
        }
        return found;
    }

    /** Within a longer word of letters and digits, one of those alone is not meant. */
    private static boolean isWhole(String text, int end, String word) {
        int begin = end - word.length();
        boolean open = begin > 0 && joins(text.charAt(begin - 1)) && joins(word.charAt(0));
        return !open
                && !(end < text.length()
                        && joins(text.charAt(end))
                        && joins(word.charAt(word.length() - 1)));
    }

    private static boolean joins(char each) {
        return (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9');
    }

    private int step(int from, char each) {
        int state = from;
        int next = next(state, each);
        while (next == NONE && state != 0) {
            state = fail[state];
            next = next(state, each);
        }
        return Math.max(next, 0);
    }

    private int next(int state, char each) {
        long key = ((long) state << 16) | each;
        int slot = slot(key);
        while (keys[slot] != NONE) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    private void put(int state, char each, int target) {
        if (transitions++ * 2 >= keys.length) {
            grow();
        }
        insert(((long) state << 16) | each, target);
    }

    private void insert(long key, int target) {
        int slot = slot(key);
        while (keys[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        targets = new int[oldKeys.length * 2];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                insert(oldKeys[i], oldTargets[i]);
            }
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32) & (keys.length - 1);
    }
}
