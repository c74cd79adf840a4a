package org.hotdesk.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.hotdesk.api.routing.Reception;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How conversations were received; those that wait are at hand, for they never change. */
@Component(service = ReceptionBook.class)
public final class ReceptionBook {
    private static final int AT_HAND = 10_000;

    private final ReceptionTable table;
    private final Transactions transactions;
    private final Cache<Long, Received> atHand = Caffeine.newBuilder().maximumSize(AT_HAND).build();

    @Activate
    public ReceptionBook(@Reference Tables tables) {
        this.table = tables.receptions();
        this.transactions = tables.transactions();
    }

    /** Writes them, in the caller's transaction; the queue finds them at hand after its commit. */
    void keep(Map<Long, Received> all) {
        table.insert(
                all.entrySet().stream()
                        .map(
                                one ->
                                        new ReceptionTable.ReceptionRow(
                                                one.getKey(),
                                                Json.write(one.getValue().arrival()),
                                                Json.write(one.getValue().reception())))
                        .toList());
        transactions.afterCommit(() -> atHand.putAll(all));
    }

    /** Those of waiting conversations, by the conversation's id. */
    Map<Long, Received> of(Collection<ConversationRow> rows) {
        Map<Long, Received> found = new HashMap<>();
        List<ConversationRow> missing =
                rows.stream().filter(row -> !isAtHand(row.id(), found)).toList();
        if (!missing.isEmpty()) {
            table.of(missing.stream().map(ConversationRow::id).toList())
                    .forEach(row -> found.put(row.conversation(), read(row)));
            missing.forEach(row -> found.putIfAbsent(row.id(), Received.unknown(Queued.of(row))));
            missing.forEach(
                    row -> atHand.put(row.id(), Objects.requireNonNull(found.get(row.id()))));
        }
        return found;
    }

    private boolean isAtHand(long id, Map<Long, Received> found) {
        Optional<Received> known = Optional.ofNullable(atHand.getIfPresent(id));
        known.ifPresent(received -> found.put(id, received));
        return known.isPresent();
    }

    private static Received read(ReceptionTable.ReceptionRow row) {
        return new Received(
                Json.read(row.arrival(), Arriving.class),
                Json.read(row.reception(), Reception.class));
    }

    /** How one was received; empty for those of before this was kept. */
    Optional<Reception> of(long conversation) {
        return table.of(List.of(conversation)).stream()
                .map(ReceptionBook::read)
                .map(Received::reception)
                .findFirst();
    }
}
