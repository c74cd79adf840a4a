package org.hotdesk.conversation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Permission;
import org.hotdesk.api.conversation.EndingRules;
import org.hotdesk.api.conversation.TeamRules;
import org.hotdesk.api.event.EndingRulesChanged;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.hotdesk.api.storage.DuplicateKey;
import org.hotdesk.conversation.TimerTable.ActiveRow;
import org.hotdesk.conversation.TimerTable.Kind;
import org.hotdesk.conversation.TimerTable.TimerRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The rules of this server's database; those in use are at hand for five seconds. */
@Component(service = {TeamRules.class, StoredTeamRules.class})
public final class StoredTeamRules implements TeamRules {
    private final Tables tables;
    private final Teams teams;
    private final Timers timers;
    private final LoadingCache<TeamId, EndingRules> atHand =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(5))
                    .executor(Runnable::run)
                    .build(this::read);

    @Activate
    public StoredTeamRules(
            @Reference Tables tables, @Reference Teams teams, @Reference Timers timers) {
        this.tables = tables;
        this.teams = teams;
        this.timers = timers;
    }

    private EndingRules read(TeamId team) {
        return tables.rules()
                .find(team.value())
                .map(row -> versioned(Json.read(row.rules(), EndingRules.class), row.version()))
                .orElseGet(() -> EndingRules.standard(team));
    }

    private static EndingRules versioned(EndingRules rules, long version) {
        return new EndingRules(
                rules.team(),
                version,
                rules.survey(),
                rules.idle(),
                rules.wrapUp(),
                rules.reopen());
    }

    @Override
    public EndingRules of(TeamId team) {
        return atHand.get(team);
    }

    EndingRules of(ConversationRow row) {
        return of(new TeamId(row.team()));
    }

    @Override
    public EndingRules change(Actor actor, EndingRules rules) {
        actor.require(Permission.CONVERSATION_SET_UP);
        RuleLimits.check(rules);
        if (teams.find(rules.team()).isEmpty()) {
            throw Fault.notFound("team", rules.team());
        }
        return tables.transactions().runAgainOnDeadlock(() -> store(actor, rules));
    }

    private EndingRules store(Actor actor, EndingRules rules) {
        long team = rules.team().value();
        String json = Json.write(rules);
        if (rules.version() == 0) {
            try {
                tables.rules().insert(team, json);
            } catch (DuplicateKey changedMeanwhile) {
                throw Fault.stale("ending-rules", rules.team());
            }
        } else if (!tables.rules().change(team, rules.version(), json)) {
            throw Fault.stale("ending-rules", rules.team());
        }
        EndingRules kept = versioned(rules, rules.version() + 1);
        timers.move(watched(tables.timers().activeOf(team), kept.idle(), tables.now()));
        tables.events().record(actor, new EndingRulesChanged(kept));
        tables.transactions().afterCommit(() -> atHand.invalidate(rules.team()));
        return kept;
    }

    /** What is to be looked at, at a moment, of conversations that agents have. */
    static List<TimerRow> watched(
            Collection<ActiveRow> conversations, EndingRules.Idle idle, Instant at) {
        return conversations.stream()
                .flatMap(
                        one ->
                                Stream.of(
                                        TimerRow.at(one.id(), Kind.IDLE, at),
                                        TimerRow.at(one.id(), Kind.MARK, at)))
                .filter(timer -> seconds(timer.kind(), idle) > 0)
                .toList();
    }

    static int seconds(Kind kind, EndingRules.Idle idle) {
        return kind == Kind.IDLE ? idle.warnSeconds() : idle.markSeconds();
    }
}
