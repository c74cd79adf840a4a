package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Draft;
import org.hotdesk.api.conversation.SensitiveWords;
import org.hotdesk.api.storage.DuplicateKey;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The sensitive words of this server's database, held ready in memory to look texts through. */
@Component(service = {SensitiveWords.class, StoredWords.class})
public final class StoredWords implements SensitiveWords {
    private static final Logger LOG = LoggerFactory.getLogger(StoredWords.class);
    private static final int MOST = 50_000;
    private static final int LONGEST = 100;
    private static final WordList EMPTY =
            new WordList(0, List.of(), List.of(), true, true, "", Instant.EPOCH);

    private final Tables tables;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("word-list").daemon().factory());
    private volatile Ready ready;

    /** A list with its automata. */
    private record Ready(WordList list, List<String> all, int blocked, WordFinder finder) {
        static Ready of(WordList list) {
            List<String> all =
                    java.util.stream.Stream.concat(list.block().stream(), list.warn().stream())
                            .toList();
            return new Ready(
                    list,
                    all,
                    list.block().size(),
                    new WordFinder(all.stream().map(Folding::fold).toList()));
        }

        Found find(String text) {
            if (all.isEmpty()) {
                return new Found(List.of(), List.of());
            }
            var found = finder.find(Folding.fold(text));
            return new Found(
                    found.stream().filter(i -> i < blocked).mapToObj(all::get).toList(),
                    found.stream().filter(i -> i >= blocked).mapToObj(all::get).toList());
        }
    }

    @Activate
    public StoredWords(@Reference Tables tables) {
        this.tables = tables;
        ready = Ready.of(newest());
        var unused = looking.scheduleWithFixedDelay(this::look, 5, 5, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        looking.shutdownNow();
    }

    /** Another node may have changed the list. */
    private void look() {
        try {
            if (tables.words().revision() != ready.list().revision()) {
                ready = Ready.of(newest());
            }
        } catch (RuntimeException unreachable) {
            LOG.debug("The list of words stays as it is", unreachable);
        }
    }

    private WordList newest() {
        return tables.words().newest().map(StoredWords::list).orElse(EMPTY);
    }

    private static WordList list(WordTable.WordRow row) {
        return new WordList(
                row.revision(),
                row.block().lines().toList(),
                row.warn().lines().toList(),
                row.agents(),
                row.visitors(),
                row.changedBy(),
                row.changedAt());
    }

    @Override
    public WordList list(Actor actor) {
        actor.require(Permission.MESSAGE_MANAGE);
        return newest();
    }

    @Override
    public WordList change(Actor actor, long revision, WordList wanted) {
        actor.require(Permission.MESSAGE_MANAGE);
        Set<String> block = clean(wanted.block(), "block");
        Set<String> warn = clean(wanted.warn(), "warn");
        warn.removeAll(block);
        if (block.size() + warn.size() > MOST) {
            throw Fault.invalid(
                    "block",
                    "too-many-words",
                    new Words("词表最多 50000 个词。", "A list has at most 50,000 words."));
        }
        if (newest().revision() != revision) {
            throw Fault.stale("sensitive-words", revision);
        }
        return store(
                new WordTable.WordRow(
                        revision + 1,
                        String.join("\n", block),
                        String.join("\n", warn),
                        wanted.agents(),
                        wanted.visitors(),
                        Names.of(actor),
                        tables.now()));
    }

    private WordList store(WordTable.WordRow row) {
        try {
            tables.words().insert(row);
        } catch (DuplicateKey changedAtTheSameTime) {
            throw Fault.stale("sensitive-words", row.revision() - 1);
        }
        ready = Ready.of(list(row));
        return ready.list();
    }

    /** Without white space around, without empty ones, without what is the same when folded. */
    private static Set<String> clean(List<String> words, String field) {
        Set<String> folded = new LinkedHashSet<>();
        for (String word : words) {
            String clean = Folding.fold(word.strip()).strip();
            if (clean.length() > LONGEST || clean.contains("\n")) {
                throw Fault.invalid(
                        field,
                        "word-too-long",
                        new Words(
                                "每个词最多 100 个字符。",
                                "A word has at most 100 characters: "
                                        + clean.substring(0, 20)
                                        + "…"));
            }
            if (!clean.isEmpty()) {
                folded.add(clean);
            }
        }
        return folded;
    }

    @Override
    public Found find(String text) {
        return ready.find(text);
    }

    /** Why the draft is not to be sent as it is; empty when it may. */
    Optional<Fault> objection(Actor actor, Draft draft) {
        Ready now = ready;
        if (!looksAt(actor, now.list()) || now.all().isEmpty()) {
            return Optional.empty();
        }
        Found found =
                now.find(draft.text() + draft.card().map(card -> "\n" + card.title()).orElse(""));
        if (!found.blocked().isEmpty()) {
            return Optional.of(blocked(found.blocked()));
        }
        return found.warned().isEmpty() || draft.confirmed()
                ? Optional.empty()
                : Optional.of(warning(found.warned()));
    }

    private static boolean looksAt(Actor actor, WordList list) {
        return switch (actor) {
            case Actor.Visitor visitor -> list.visitors();
            case Actor.Agent agent -> list.agents();
            case Actor.Platform platform -> false;
            case Actor.Plugin plugin -> false;
        };
    }

    private static Fault blocked(List<String> words) {
        return Fault.invalid(
                "text",
                "sensitive-words",
                new Words(
                        "不能发送，含有：" + String.join("、", words),
                        "This cannot be sent with: " + String.join(", ", words)));
    }

    private static Fault warning(List<String> words) {
        return Fault.invalid(
                "text",
                "sensitive-words-warning",
                new Words(
                        "含有敏感词，确认后可以再次发送：" + String.join("、", words),
                        "Send it again, confirmed, if it is meant to hold: "
                                + String.join(", ", words)));
    }
}
