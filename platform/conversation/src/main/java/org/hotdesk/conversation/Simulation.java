package org.hotdesk.conversation;

import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Availability;
import org.hotdesk.api.staff.TeamId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A helpdesk of the past with a plan of its own: takes arrivals and changes of who is at work in
 * order of time, and decides by the chain that decides about real ones. Its clock is that of what
 * it is told; the same input gives the same outcome. Used by one thread.
 */
final class Simulation {
    /** Nobody waits longer, so that a plan that serves nobody needs no memory without end. */
    static final Duration LONGEST_WAIT = Duration.ofHours(24);

    private final Chain chain;
    private final Turns turns;
    private final Watcher watcher;
    private final Map<Long, Member> staff = new TreeMap<>();
    private final Map<TeamId, TreeSet<Guest>> queues = new HashMap<>();
    private final Map<TeamId, Instant> alarms = new HashMap<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
    private Instant now = Instant.MIN;
    private long number;

    /** Hears what becomes of the guests. */
    interface Watcher {
        /** Somebody got it; not for the first time where an agent went away. */
        void assigned(Guest guest, long agent, Instant at);

        /** It is over with this agent: ended, or the agent went away. */
        void left(Guest guest, long agent, Duration lasted);

        /** The visitor gave up waiting. */
        void gaveUp(Guest guest);
    }

    private record Due(Instant at, long number, Runnable action) {}

    /** A conversation in here. */
    static final class Guest {
        final Past past;
        final Received received;
        final List<String> plan;
        private final Queued queued;
        private final Instant turn;
        private Duration remaining;
        private Optional<Member> with = Optional.empty();
        private Instant begun = Instant.MIN;
        private int stints;
        private boolean over;

        Guest(Past past, Received received, List<String> plan, Turns turns) {
            this.past = past;
            this.received = received;
            this.plan = plan;
            queued =
                    past.queued()
                            .placed(received.reception().team(), received.reception().priority());
            turn = turns.of(queued.since(), queued.priority());
            remaining = past.service();
        }

        boolean wasServed() {
            return stints > 0;
        }

        Instant since() {
            return queued.since();
        }
    }

    /** An agent in here. */
    private static final class Member {
        private final long id;
        private final TreeSet<Guest> guests = new TreeSet<>(IN_ORDER);
        private Attendance state;
        private int load;
        private int handled;
        private long day;
        private Optional<Instant> lastAssigned = Optional.empty();

        Member(long id, Attendance state) {
            this.id = id;
            this.state = state;
        }

        Availability at(Instant now) {
            return new Availability(
                    new AgentId(id),
                    state.name(),
                    state.presence(),
                    load,
                    state.capacity(),
                    day == Merits.day(now) ? handled : 0,
                    lastAssigned,
                    state.skills());
        }

        void take(Guest guest, Instant now) {
            guests.add(guest);
            load += guest.queued.weight();
            handled = day == Merits.day(now) ? handled + 1 : 1;
            day = Merits.day(now);
            lastAssigned = Optional.of(now);
        }

        void leave(Guest guest) {
            guests.remove(guest);
            load -= guest.queued.weight();
        }
    }

    private static final Comparator<Guest> IN_ORDER =
            Comparator.comparing((Guest guest) -> guest.turn)
                    .thenComparing(guest -> guest.past.id());

    Simulation(Chain chain, Turns turns, Watcher watcher) {
        this.chain = chain;
        this.turns = turns;
        this.watcher = watcher;
    }

    /** Somebody comes, placed as their plan placed them. */
    void arrive(Past past, Received received, List<String> plan) {
        advance(past.queued().since());
        Guest guest = new Guest(past, received, plan, turns);
        queueOf(guest).add(guest);
        Duration patience = past.patience().orElse(LONGEST_WAIT);
        at(now.plus(patience), () -> giveUp(guest));
        serve(guest.queued.team());
    }

    /** Somebody is at work in another way from this moment on. */
    void attend(long agent, Attendance state, Instant at) {
        advance(at);
        Member member = staff.computeIfAbsent(agent, id -> new Member(id, state));
        TreeSet<Long> teams = new TreeSet<>(member.state.teams());
        teams.addAll(state.teams());
        member.state = state;
        if (!state.isThere()) {
            List.copyOf(member.guests).forEach(guest -> putBack(guest, member));
        }
        teams.forEach(team -> serve(new TeamId(team)));
    }

    /** Lets everything happen that is due up to this moment; time never goes back. */
    void advance(Instant to) {
        while (!due.isEmpty() && !due.peek().at().isAfter(to)) {
            Due next = due.remove();
            now = later(now, next.at());
            next.action().run();
        }
        now = later(now, to);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void at(Instant when, Runnable action) {
        due.add(new Due(when, number++, action));
    }

    /** Those who wait now. */
    List<Guest> waiting() {
        return queues.values().stream().flatMap(TreeSet::stream).toList();
    }

    /** Ends the time: whoever is being served is counted as far as it went. */
    void stop() {
        for (Member member : staff.values()) {
            for (Guest guest : List.copyOf(member.guests)) {
                member.leave(guest);
                watcher.left(guest, member.id, Duration.between(guest.begun, now));
            }
        }
    }

    private NavigableSet<Guest> queueOf(Guest guest) {
        return queues.computeIfAbsent(guest.queued.team(), team -> new TreeSet<>(IN_ORDER));
    }

    private void giveUp(Guest guest) {
        if (guest.stints == 0 && !guest.over) {
            guest.over = true;
            queueOf(guest).remove(guest);
            watcher.gaveUp(guest);
        }
    }

    private void serve(TeamId team) {
        TreeSet<Guest> queue = queues.get(team);
        if (queue == null || queue.isEmpty()) {
            return;
        }
        Floor floor = new Floor(floor(team));
        List<Runnable> given = new ArrayList<>();
        for (Guest guest : queue) {
            int weight = guest.queued.weight();
            List<Candidate> candidates = floor.candidates(weight);
            if (candidates.isEmpty()) {
                break;
            }
            Waiting waiting =
                    new Waiting(guest.queued, guest.received, now, floor.full(weight), candidates);
            Chain.Ranking ranking = chain.rank(guest.plan, waiting);
            if (ranking.until().isPresent()) {
                wake(team, ranking.until().get());
                continue;
            }
            Candidate best = ranking.best().getFirst();
            floor.give(best.agent(), weight, now);
            Member chosen = Objects.requireNonNull(staff.get(best.agent().value()));
            given.add(() -> assign(guest, chosen));
        }
        given.forEach(Runnable::run);
    }

    private List<Availability> floor(TeamId team) {
        return staff.values().stream()
                .filter(member -> member.state.isThere())
                .filter(member -> member.state.teams().contains(team.value()))
                .map(member -> member.at(now))
                .toList();
    }

    /** One alarm a team, the earliest. */
    private void wake(TeamId team, Instant until) {
        Instant set = alarms.get(team);
        if (set == null || set.isAfter(until)) {
            alarms.put(team, until);
            at(
                    until,
                    () -> {
                        alarms.remove(team, until);
                        serve(team);
                    });
        }
    }

    private void assign(Guest guest, Member member) {
        queueOf(guest).remove(guest);
        watcher.assigned(guest, member.id, now);
        member.take(guest, now);
        guest.with = Optional.of(member);
        guest.begun = now;
        int stint = ++guest.stints;
        at(
                now.plus(guest.remaining),
                () -> {
                    if (guest.stints == stint && guest.with.isPresent()) {
                        end(guest, member);
                    }
                });
    }

    private void end(Guest guest, Member member) {
        part(guest, member);
        member.state.teams().forEach(team -> serve(new TeamId(team)));
    }

    private void putBack(Guest guest, Member member) {
        guest.remaining = guest.remaining.minus(Duration.between(guest.begun, now));
        part(guest, member);
        queueOf(guest).add(guest);
    }

    private void part(Guest guest, Member member) {
        member.leave(guest);
        guest.with = Optional.empty();
        watcher.left(guest, member.id, Duration.between(guest.begun, now));
    }
}
