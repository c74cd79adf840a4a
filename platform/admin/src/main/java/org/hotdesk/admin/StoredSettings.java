package org.hotdesk.admin;

import org.hotdesk.admin.Metatypes.Described;
import org.hotdesk.admin.SettingRows.RevisionRow;
import org.hotdesk.admin.SettingRows.SettingRow;
import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.SettingsForm;
import org.hotdesk.api.admin.SettingsForm.Field;
import org.hotdesk.api.admin.SettingsForm.Kind;
import org.hotdesk.api.admin.SettingsForms;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.event.SettingsChanged;
import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings that people change while the server runs: kept in the database, every revision. */
@Component(immediate = true)
public final class StoredSettings implements SettingsForms {
    private static final int PAGE = 200;

    private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final SettingRows rows;
    private final Transactions transactions;
    private final Events events;
    private final Metatypes metatypes;
    private final SettingsDesk desk;

    @Activate
    public StoredSettings(
            BundleContext context,
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference SettingsDesk desk) {
        rows = storage.mapper(SettingRows.class);
        this.transactions = transactions;
        this.events = events;
        this.desk = desk;
        metatypes = new Metatypes(context);
        rows.pids().forEach(pid -> desk.apply(pid, stored(pid)));
    }

    private Map<String, String> stored(String pid) {
        return rows.newest(pid).map(row -> values(pid, row.revision())).orElse(Map.of());
    }

    private Map<String, String> values(String pid, long revision) {
        Map<String, String> values = new TreeMap<>();
        rows.of(pid, revision).forEach(row -> values.put(row.name(), row.settingValue()));
        return values;
    }

    @Override
    public List<SettingsForm> list(Actor actor) {
        actor.require(Permission.BUNDLE_MANAGE);
        return metatypes.all().values().stream().map(this::form).toList();
    }

    @Override
    public SettingsForm find(Actor actor, String pid) {
        actor.require(Permission.BUNDLE_MANAGE);
        return form(described(pid));
    }

    private Described described(String pid) {
        return Optional.ofNullable(metatypes.all().get(pid))
                .orElseThrow(() -> Fault.notFound("settings", pid));
    }

    private SettingsForm form(Described described) {
        Map<String, String> now = desk.inUse(described.pid());
        Optional<RevisionRow> newest = rows.newest(described.pid());
        return new SettingsForm(
                described.pid(),
                described.bundle(),
                described.name(),
                described.description(),
                described.fields().stream().map(field -> filled(field, now)).toList(),
                newest.map(RevisionRow::revision).orElse(0L),
                newest.map(RevisionRow::changedBy),
                newest.map(RevisionRow::changedAt));
    }

    private static Field filled(Field field, Map<String, String> now) {
        String value = now.getOrDefault(field.id(), field.usual());
        return new Field(
                field.id(),
                field.kind(),
                field.name(),
                field.description(),
                field.kind() == Kind.SECRET ? "" : value,
                field.usual(),
                field.least(),
                field.most(),
                field.options());
    }

    @Override
    public SettingsForm change(Actor actor, String pid, long revision, Map<String, String> values) {
        actor.require(Permission.BUNDLE_MANAGE);
        Described described = described(pid);
        Map<String, String> next = new TreeMap<>(stored(pid));
        values.forEach((name, value) -> put(described, next, name, value));
        Map<String, String> whole = new TreeMap<>(desk.fromFile(pid));
        described.fields().forEach(field -> whole.putIfAbsent(field.id(), field.usual()));
        whole.putAll(next);
        desk.check(pid, whole);
        try {
            transactions.run(() -> store(actor, pid, revision, next));
        } catch (DuplicateKey changedAtTheSameTime) {
            throw Fault.stale("settings", pid);
        }
        desk.apply(pid, next);
        return form(described);
    }

    private static void put(
            Described described, Map<String, String> next, String name, String value) {
        Field field =
                described.fields().stream()
                        .filter(one -> one.id().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Fault.invalid(
                                                name,
                                                "setting-unknown",
                                                new Words(
                                                        "这里没有设置项 " + name + "。",
                                                        "There is no setting " + name + " here.")));
        if (value.isEmpty()) {
            next.remove(name);
            return;
        }
        SettingRules.check(field, value);
        next.put(name, value);
    }

    private void store(Actor actor, String pid, long revision, Map<String, String> values) {
        if (rows.newest(pid).map(RevisionRow::revision).orElse(0L) != revision) {
            throw Fault.stale("settings", pid);
        }
        long next = revision + 1;
        String by = actor instanceof Actor.Agent agent ? agent.name() : "Hotdesk";
        rows.begin(new RevisionRow(pid, next, by, clock.instant()));
        values.forEach((name, value) -> rows.set(new SettingRow(pid, next, name, value)));
        events.record(actor, new SettingsChanged(pid, next));
    }

    @Override
    public List<Change> history(Actor actor, String pid, int limit) {
        actor.require(Permission.BUNDLE_MANAGE);
        List<String> secret =
                described(pid).fields().stream()
                        .filter(field -> field.kind() == Kind.SECRET)
                        .map(Field::id)
                        .toList();
        return rows.history(pid, Math.clamp(limit, 1, PAGE)).stream()
                .map(
                        row -> {
                            Map<String, String> values = values(pid, row.revision());
                            values.keySet().removeAll(secret);
                            return new Change(
                                    row.revision(), values, row.changedBy(), row.changedAt());
                        })
                .toList();
    }
}
