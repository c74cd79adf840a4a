package org.hotdesk.sla;

import org.hotdesk.api.Words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mainland China's days off and adjusted working days (调休), which the State Council announces a
 * year at a time: there is no rule for a year without a notice. Read from {@code
 * holidays/china.txt}; a notice may hold days of the year before, so days go by their date.
 */
final class ChinaNotices implements OfficialDays {
    private final Map<String, Words> names = new HashMap<>();
    private final Set<Integer> noticed = new HashSet<>();
    private final Map<Integer, Map<LocalDate, Words>> off = new HashMap<>();
    private final Map<Integer, Map<LocalDate, Words>> worked = new HashMap<>();

    ChinaNotices() {
        lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(this::read);
    }

    private static List<String> lines() {
        try (InputStream file = ChinaNotices.class.getResourceAsStream("/holidays/china.txt")) {
            if (file == null) {
                throw new IllegalStateException("holidays/china.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void read(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "name" -> {
                String[] both = line.substring("name ".length()).split(" = ", 2);
                names.put(both[0], new Words(both[0], both[1]));
            }
            case "year" -> noticed.add(Integer.valueOf(words[1]));
            default -> days(words[0], words[1].equals("off") ? off : worked, words[2]);
        }
    }

    private void days(String span, Map<Integer, Map<LocalDate, Words>> kind, String name) {
        String[] ends = span.split("\\.\\.", 2);
        LocalDate last = LocalDate.parse(ends[ends.length - 1]);
        for (LocalDate day = LocalDate.parse(ends[0]); !day.isAfter(last); day = day.plusDays(1)) {
            kind.computeIfAbsent(day.getYear(), year -> new HashMap<>())
                    .put(day, names.getOrDefault(name, new Words(name, name)));
        }
    }

    @Override
    public OfficialYear of(int year) {
        return new OfficialYear(
                off.getOrDefault(year, Map.of()), worked.getOrDefault(year, Map.of()));
    }

    @Override
    public boolean knows(int year) {
        return noticed.contains(year);
    }
}
