package org.hotdesk.conversation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Permission;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.routing.TrackRecords;
import org.hotdesk.api.staff.AgentId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.util.List;

/** How agents did, summed up once a minute for each question that is asked. */
@Component
public final class StoredRecords implements TrackRecords {
    private static final int LONGEST = 400;

    /** A category and how many days back. */
    private record Question(String category, int days) {}

    private final Tables tables;
    private final Merits merits;
    private final LoadingCache<Question, List<TrackRecord>> answers =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .refreshAfterWrite(Duration.ofMinutes(1))
                    .expireAfterWrite(Duration.ofMinutes(10))
                    .executor(Thread::startVirtualThread)
                    .build(this::sum);

    @Activate
    public StoredRecords(@Reference Tables tables) {
        this.tables = tables;
        merits = new Merits(tables.records());
    }

    @Override
    public List<TrackRecord> of(String category, int days) {
        return answers.get(new Question(Merits.key(category), Math.clamp(days, 1, LONGEST)));
    }

    List<TrackRecord> sum(String category, int days) {
        return sum(new Question(category, days));
    }

    private List<TrackRecord> sum(Question question) {
        long from = Merits.day(tables.now()) - question.days() + 1;
        return tables.records().since(question.category(), from).stream()
                .map(StoredRecords::trackRecord)
                .toList();
    }

    private static TrackRecord trackRecord(RecordTable.Sum sum) {
        return new TrackRecord(
                new AgentId(sum.agent()),
                Math.toIntExact(sum.handled()),
                Math.toIntExact(Math.max(0, sum.handled() - sum.returned())),
                Math.toIntExact(sum.rated()),
                Math.toIntExact(sum.satisfied()),
                Math.toIntExact(sum.converted()));
    }

    @Override
    public void converted(Actor actor, ConversationId id) {
        actor.require(Permission.CONVERSATION_MANAGE);
        tables.transactions()
                .runAgainOnDeadlock(
                        () -> {
                            ConversationRow row =
                                    tables.conversations()
                                            .lock(id.value())
                                            .orElseThrow(() -> Access.missing(id));
                            boolean first = tables.records().convert(id.value());
                            if (first) {
                                merits.converted(row);
                            }
                            return first;
                        });
    }
}
