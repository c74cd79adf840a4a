package org.hotdesk.staff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.hotdesk.api.Fault;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.Slots;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.storage.Storage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The load of agents in the database; each decision is one statement.
 *
 * <p>Skills change rarely and are asked for at every assignment: they are kept in memory with the
 * version of their agent, so that a team costs one statement as long as nobody in it was changed.
 */
@Component
public final class SlotLedger implements Slots {
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    private record KnownSkills(long version, List<SkillLevel> skills) {}

    private final SlotRows rows;
    private final Clock clock;
    private final Map<Long, KnownSkills> known = new ConcurrentHashMap<>();

    @Activate
    public SlotLedger(@Reference Storage storage) {
        this(storage, Clock.systemUTC());
    }

    SlotLedger(Storage storage, Clock clock) {
        this.rows = storage.mapper(SlotRows.class);
        this.clock = clock;
    }

    @Override
    public List<Availability> ofTeam(TeamId team) {
        List<SlotRows.Row> members = rows.ofTeam(team);
        if (!members.stream().allMatch(this::isKnown)) {
            learn(team, members);
        }
        long today = now().day();
        return members.stream().map(member -> availability(member, today)).toList();
    }

    @Override
    public boolean take(AgentId agent, int weight) {
        checkWeight(weight);
        return rows.take(agent, weight, now());
    }

    @Override
    public void force(AgentId agent, int weight) {
        checkWeight(weight);
        if (!rows.force(agent, weight, now())) {
            throw Fault.notFound("agent", agent);
        }
    }

    @Override
    public void release(AgentId agent, int weight) {
        checkWeight(weight);
        rows.release(agent, weight);
    }

    private boolean isKnown(SlotRows.Row member) {
        KnownSkills skills = known.get(member.agentId());
        return skills != null && skills.version() == member.version();
    }

    private void learn(TeamId team, List<SlotRows.Row> members) {
        Map<Long, List<SkillLevel>> skills =
                rows.skillsOfTeam(team).stream()
                        .collect(
                                groupingBy(
                                        AgentRows.Skill::agentId,
                                        mapping(
                                                row -> new SkillLevel(row.skill(), row.level()),
                                                toList())));
        for (SlotRows.Row member : members) {
            List<SkillLevel> own = skills.getOrDefault(member.agentId(), List.of());
            known.put(member.agentId(), new KnownSkills(member.version(), own));
        }
    }

    private Availability availability(SlotRows.Row member, long today) {
        KnownSkills skills = known.get(member.agentId());
        return new Availability(
                new AgentId(member.agentId()),
                member.name(),
                member.presence(),
                member.openLoad(),
                member.capacity(),
                member.handledDay() == today ? member.handled() : 0,
                member.lastAssigned(),
                skills == null ? List.of() : skills.skills());
    }

    private SlotRows.Now now() {
        Instant now = Time.now(clock);
        return new SlotRows.Now(Math.floorDiv(now.getEpochSecond(), SECONDS_A_DAY), now);
    }

    private static void checkWeight(int weight) {
        if (weight < 1) {
            throw new IllegalArgumentException("A weight is at least 1, not " + weight);
        }
    }
}
