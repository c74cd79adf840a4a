package org.hotdesk.benchmark.replay;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All that is played in one run; finds the line that a client id stands for. */
final class Scripts {
    private final List<Script> all;
    private final Pattern ours;

    /** A line of a script. */
    record Cue(Script script, int turn) {}

    private Scripts(String run, List<Script> all) {
        this.all = List.copyOf(all);
        this.ours = Pattern.compile(Pattern.quote(run) + "-(\\d{1,7})-(\\d{1,7})");
    }

    /** Prepares recordings to be played; {@code run} is different for every run. */
    static Scripts of(String run, List<Recording> recordings, Tally tally) {
        var scripts = new Script[recordings.size()];
        for (int i = 0; i < scripts.length; i++) {
            scripts[i] = new Script(recordings.get(i), run + "-" + i, tally);
        }
        return new Scripts(run, List.of(scripts));
    }

    List<Script> all() {
        return all;
    }

    /** The line of a client id; empty when it is not of this run. */
    Optional<Cue> cue(String clientId) {
        var match = ours.matcher(clientId);
        if (!match.matches()) {
            return Optional.empty();
        }
        int script = Integer.parseInt(match.group(1));
        int turn = Integer.parseInt(match.group(2));
        return script < all.size() && turn < all.get(script).size()
                ? Optional.of(new Cue(all.get(script), turn))
                : Optional.empty();
    }
}
