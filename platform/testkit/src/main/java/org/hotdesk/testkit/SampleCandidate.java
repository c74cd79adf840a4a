package org.hotdesk.testkit;

import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.SkillLevel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A candidate made for a test: free, never assigned, without skills, unless said. */
public record SampleCandidate(
        AgentId agent,
        String name,
        int load,
        int capacity,
        int handledToday,
        Optional<Instant> lastAssigned,
        List<SkillLevel> skills)
        implements Candidate {
    public SampleCandidate {
        skills = List.copyOf(skills);
    }

    /** The agent of this id. */
    public static SampleCandidate candidate(long id) {
        return new SampleCandidate(
                new AgentId(id), "agent" + id, 0, 3, 0, Optional.empty(), List.of());
    }

    /** The same candidate under another name. */
    public SampleCandidate name(String other) {
        return new SampleCandidate(
                agent, other, load, capacity, handledToday, lastAssigned, skills);
    }

    /** The same candidate with this much load. */
    public SampleCandidate load(int weight) {
        return new SampleCandidate(
                agent, name, weight, capacity, handledToday, lastAssigned, skills);
    }

    /** The same candidate with room for this much load. */
    public SampleCandidate capacity(int weight) {
        return new SampleCandidate(agent, name, load, weight, handledToday, lastAssigned, skills);
    }

    /** The same candidate after so many conversations today. */
    public SampleCandidate handledToday(int conversations) {
        return new SampleCandidate(
                agent, name, load, capacity, conversations, lastAssigned, skills);
    }

    /** The same candidate, last assigned at this time, such as {@code 2026-03-02T09:00:00Z}. */
    public SampleCandidate lastAssigned(String time) {
        return lastAssigned(Instant.parse(time));
    }

    /** The same candidate, last assigned at this time. */
    public SampleCandidate lastAssigned(Instant time) {
        return new SampleCandidate(
                agent, name, load, capacity, handledToday, Optional.of(time), skills);
    }

    /** The same candidate, who also knows this. */
    public SampleCandidate skill(String skill, int level) {
        List<SkillLevel> more =
                Stream.concat(skills.stream(), Stream.of(new SkillLevel(skill, level))).toList();
        return new SampleCandidate(agent, name, load, capacity, handledToday, lastAssigned, more);
    }
}
