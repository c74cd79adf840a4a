package org.hotdesk.crm.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.hotdesk.api.Fault;
import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.CustomerStore;
import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps customers in the server's own database.
 *
 * <p>Ids are random, so that those of another store are never taken for them. Keys are stored as
 * their hashes: the databases differ in which texts they hold for equal.
 */
@Component
@Extension("crm-sql")
public final class SqlCustomers implements CustomerStore {
    private final CustomerRows rows;
    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public SqlCustomers(@Reference Storage storage, @Reference Transactions transactions) {
        this(storage, transactions, Clock.systemUTC());
    }

    SqlCustomers(Storage storage, Transactions transactions, Clock clock) {
        this.rows = storage.mapper(CustomerRows.class);
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return transactions.run(() -> current(id.value()).map(this::whole));
    }

    @Override
    public Customer add(String key, CustomerDetails details) {
        if (key.isBlank() || key.length() > 64) {
            throw new IllegalArgumentException("A key has 1 to 64 characters.");
        }
        String hash = hash(key);
        String id = UUID.randomUUID().toString();
        return transactions.runAgainOnDeadlock(
                () -> {
                    rows.insert(id, hash, details, clock.instant().truncatedTo(ChronoUnit.MICROS));
                    String there = rows.idOf(hash);
                    if (there.equals(id)) {
                        writeLists(id, details);
                    }
                    return whole(current(there).orElseThrow());
                });
    }

    @Override
    public Customer change(CustomerId id, long version, CustomerDetails details) {
        return transactions.run(
                () -> {
                    String there = current(id.value()).orElseThrow(() -> missing(id)).id();
                    if (!rows.update(there, version, details)) {
                        throw Fault.stale("customer", id);
                    }
                    writeLists(there, details);
                    return whole(current(there).orElseThrow());
                });
    }

    @Override
    public Customer merge(CustomerId into, CustomerId from) {
        return transactions.runAgainOnDeadlock(
                () -> {
                    CustomerRows.Row kept = current(into.value()).orElseThrow(() -> missing(into));
                    CustomerRows.Row gone = current(from.value()).orElseThrow(() -> missing(from));
                    return kept.id().equals(gone.id()) ? whole(kept) : mergeRows(kept, gone);
                });
    }

    private Customer mergeRows(CustomerRows.Row into, CustomerRows.Row from) {
        lockBoth(into.id(), from.id());
        // Read again: somebody else may have changed or merged them before we had the locks.
        CustomerRows.Row kept = current(into.id()).orElseThrow();
        CustomerRows.Row gone = current(from.id()).orElseThrow();
        if (!kept.id().equals(into.id()) || !gone.id().equals(from.id())) {
            return kept.id().equals(gone.id()) ? whole(kept) : mergeRows(kept, gone);
        }
        CustomerDetails details = Merged.of(whole(kept).details(), whole(gone).details());
        rows.update(kept.id(), kept.version(), details);
        writeLists(kept.id(), details);
        rows.redirect(gone.id(), kept.id());
        return whole(current(kept.id()).orElseThrow());
    }

    /**
     * In one order for everybody, so that two who merge the same records do not block each other.
     */
    private void lockBoth(String one, String other) {
        boolean inOrder = one.compareTo(other) < 0;
        rows.lock(inOrder ? one : other);
        rows.lock(inOrder ? other : one);
    }

    /** The row of this id, or of the one it was merged into. */
    private Optional<CustomerRows.Row> current(String id) {
        return rows.find(id)
                .filter(row -> row.id().equals(id))
                .flatMap(
                        row ->
                                row.mergedInto().isPresent()
                                        ? current(row.mergedInto().get())
                                        : Optional.of(row));
    }

    private Customer whole(CustomerRows.Row row) {
        Map<String, String> attributes = new HashMap<>();
        rows.attributes(row.id()).forEach(each -> attributes.put(each.name(), each.content()));
        var details =
                new CustomerDetails(
                        row.name(),
                        row.email(),
                        row.phone(),
                        row.company(),
                        row.region(),
                        rows.tags(row.id()),
                        attributes);
        return new Customer(new CustomerId(row.id()), details, row.createdAt(), row.version());
    }

    private void writeLists(String id, CustomerDetails details) {
        rows.forgetTags(id);
        int position = 0;
        for (String tag : details.tags()) {
            rows.insertTag(id, position++, tag);
        }
        rows.forgetAttributes(id);
        position = 0;
        for (Map.Entry<String, String> each : details.attributes().entrySet()) {
            rows.insertAttribute(id, position++, each.getKey(), each.getValue());
        }
    }

    private static Fault missing(CustomerId id) {
        return Fault.notFound("customer", id);
    }

    private static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
