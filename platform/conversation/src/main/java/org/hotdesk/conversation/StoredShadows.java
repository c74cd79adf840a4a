package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Permission;
import org.hotdesk.api.routing.Decision;
import org.hotdesk.api.routing.EntryPoints;
import org.hotdesk.api.routing.Shadow;
import org.hotdesk.api.routing.ShadowDifference;
import org.hotdesk.api.routing.Shadows;
import org.hotdesk.api.routing.Trial;
import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.conversation.ShadowTable.DifferenceRow;
import org.hotdesk.conversation.ShadowTable.ShadowRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Candidate plans in the database. */
@Component
public final class StoredShadows implements Shadows {
    private static final String KIND = "routing-shadow";
    private static final int PAGE = 100;

    private final Tables tables;
    private final EntryPoints entryPoints;
    private final ShadowRun run;

    @Activate
    public StoredShadows(
            @Reference Tables tables,
            @Reference EntryPoints entryPoints,
            @Reference ShadowRun run) {
        this.tables = tables;
        this.entryPoints = entryPoints;
        this.run = run;
    }

    @Override
    public List<Shadow> list(Actor actor) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        return tables.shadows().running().stream().map(ShadowRow::toShadow).toList();
    }

    @Override
    public Optional<Shadow> find(Actor actor, String entryPoint) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        return running(entryPoint).map(ShadowRow::toShadow);
    }

    private Optional<ShadowRow> running(String entryPoint) {
        return tables.shadows().newest(entryPoint).filter(row -> !row.ended());
    }

    @Override
    public Shadow start(Actor actor, String entryPoint, long revision, List<String> strategies) {
        actor.require(Permission.ROUTING_MANAGE);
        PlanRules.check(strategies);
        if (entryPoints.find(entryPoint).isEmpty()) {
            throw Fault.notFound("entry-point", entryPoint);
        }
        try {
            Shadow started =
                    tables.transactions()
                            .run(() -> insert(actor, entryPoint, revision, strategies));
            run.look();
            return started;
        } catch (DuplicateKey startedAtTheSameTime) {
            throw Fault.stale(KIND, entryPoint);
        }
    }

    private Shadow insert(Actor actor, String key, long revision, List<String> strategies) {
        Optional<ShadowRow> newest = tables.shadows().newest(key);
        Optional<ShadowRow> before = newest.filter(row -> !row.ended());
        if (revision != before.map(ShadowRow::revision).orElse(0L)) {
            throw Fault.stale(KIND, key);
        }
        before.ifPresent(this::remove);
        ShadowRow row =
                new ShadowRow(
                        key,
                        newest.map(ShadowRow::revision).orElse(0L) + 1,
                        String.join(",", strategies),
                        Names.of(actor),
                        tables.now(),
                        false,
                        0,
                        0,
                        0);
        tables.shadows().insert(row);
        return row.toShadow();
    }

    private void remove(ShadowRow row) {
        if (!tables.shadows().end(row.entryPoint(), row.revision())) {
            throw Fault.stale(KIND, row.entryPoint());
        }
        tables.shadows().forget(row.entryPoint(), row.revision(), Long.MAX_VALUE);
    }

    @Override
    public void end(Actor actor, String entryPoint, long revision) {
        actor.require(Permission.ROUTING_MANAGE);
        tables.transactions()
                .run(
                        () -> {
                            ShadowRow row =
                                    running(entryPoint)
                                            .orElseThrow(() -> Fault.notFound(KIND, entryPoint));
                            if (row.revision() != revision) {
                                throw Fault.stale(KIND, entryPoint);
                            }
                            remove(row);
                        });
        run.look();
    }

    @Override
    public Page<ShadowDifference> differences(
            Actor actor, String entryPoint, Optional<String> cursor, int limit) {
        actor.require(Permission.CONVERSATION_READ_ALL);
        int most = Limits.limit(limit, PAGE);
        ShadowRow row = running(entryPoint).orElseThrow(() -> Fault.notFound(KIND, entryPoint));
        long before = cursor.map(Cursor::parse).orElse(Cursor.END).id();
        List<DifferenceRow> found =
                tables.shadows().differences(entryPoint, row.revision(), before, most + 1);
        List<DifferenceRow> page = found.size() > most ? found.subList(0, most) : found;
        Optional<String> next =
                found.size() > most
                        ? Optional.of(new Cursor(Instant.EPOCH, page.getLast().id()).toString())
                        : Optional.empty();
        return new Page<>(page.stream().map(StoredShadows::difference).toList(), next);
    }

    private static ShadowDifference difference(DifferenceRow row) {
        return new ShadowDifference(
                Json.read(row.live(), Decision.class), Json.read(row.trial(), Trial.class));
    }
}
