package org.hotdesk.demo;

import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.Rating;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.Visit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code samples/chats.txt}: blocks between blank lines, of lines {@code key: value}. A
 * block's first line is {@code chat: language team agent}; {@code V:} and {@code A:} are what
 * visitor and agent say.
 */
final class SampleChats {
    private static final String SHOP = "https://greenleaf.example/";

    private SampleChats() {}

    static List<SampleChat> read() {
        try (InputStream file = SampleChats.class.getResourceAsStream("/samples/chats.txt")) {
            if (file == null) {
                throw new IllegalStateException("samples/chats.txt is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            List<SampleChat> chats = new ArrayList<>();
            List<String> block = new ArrayList<>();
            for (String line : reader.lines().toList()) {
                if (!line.isBlank()) {
                    block.add(line);
                } else if (!block.isEmpty()) {
                    chats.add(new Block(block).chat(chats.size() + 1));
                    block.clear();
                }
            }
            if (!block.isEmpty()) {
                chats.add(new Block(block).chat(chats.size() + 1));
            }
            return chats;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The lines of one conversation. */
    private static final class Block {
        private final List<Map.Entry<String, String>> entries = new ArrayList<>();

        Block(List<String> lines) {
            for (String line : lines) {
                int colon = line.indexOf(':');
                entries.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
            }
        }

        SampleChat chat(int number) {
            String[] head = first("chat").orElseThrow().split(" ", -1);
            return new SampleChat(
                    number,
                    head[0],
                    head[1].equals("pre-sales") ? SampleStaff.PRE_SALES : SampleStaff.AFTER_SALES,
                    head[2],
                    first("customer").map(Block::customer),
                    visits(head[0]),
                    first("category").orElseThrow(),
                    first("stars").map(Block::rating),
                    lines());
        }

        private Optional<String> first(String key) {
            return all(key).stream().findFirst();
        }

        private List<String> all(String key) {
            return entries.stream()
                    .filter(entry -> entry.getKey().equals(key))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        private List<SampleChat.Line> lines() {
            return entries.stream()
                    .filter(entry -> entry.getKey().equals("V") || entry.getKey().equals("A"))
                    .map(
                            entry ->
                                    new SampleChat.Line(
                                            entry.getKey().equals("V")
                                                    ? Author.Side.VISITOR
                                                    : Author.Side.AGENT,
                                            entry.getValue()))
                    .toList();
        }

        /** Each page as {@code address | title}; the referrer belongs to the first. */
        private List<Visit> visits(String language) {
            List<Visit> visits = new ArrayList<>();
            for (String page : all("page")) {
                String[] parts = parts(page);
                Optional<String> from = visits.isEmpty() ? first("from") : Optional.empty();
                visits.add(new Visit(SHOP + parts[0], parts[1], from, language, first("browser")));
            }
            return visits;
        }

        /** As {@code name | e-mail | phone | region | tags}; what is not known is a hyphen. */
        private static CustomerDetails customer(String text) {
            String[] parts = parts(text);
            return new CustomerDetails(
                    parts[0],
                    known(parts[1]),
                    known(parts[2]),
                    Optional.empty(),
                    known(parts[3]),
                    known(parts[4])
                            .map(tags -> Arrays.asList(tags.split(", ", -1)))
                            .orElse(List.of()),
                    Map.of());
        }

        private static Rating rating(String text) {
            String[] parts = parts(text);
            return new Rating(Integer.parseInt(parts[0]), known(parts[1]).orElse(""));
        }

        private static Optional<String> known(String text) {
            return Optional.of(text).filter(some -> !some.equals("-"));
        }

        private static String[] parts(String text) {
            return text.split(" \\| ", -1);
        }
    }
}
