package org.hotdesk.extension;

import static java.util.Comparator.comparing;

import org.hotdesk.api.extension.Provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Who is there under which name, best first. Reading takes no lock. */
final class Roster<S> {
    private final Comparator<Guarded<S>> bestFirst =
            comparing((Guarded<S> one) -> one.probation().isFailed())
                    .thenComparing(Guarded::offer, Offer.BEST_FIRST);

    private volatile Map<String, List<Guarded<S>>> byName = Map.of();

    List<Guarded<S>> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The best of each name. */
    List<Provenance> present() {
        return byName.values().stream().map(those -> those.getFirst().provenance()).toList();
    }

    List<Guarded<S>> all() {
        return byName.values().stream().flatMap(Collection::stream).toList();
    }

    void add(Guarded<S> one) {
        change(one.offer().name(), those -> those.add(one));
    }

    void remove(Guarded<S> one) {
        change(one.offer().name(), those -> those.remove(one));
    }

    /** Orders a name anew, after somebody failed its probation. */
    void reorder(String name) {
        change(name, those -> {});
    }

    private synchronized void change(String name, Consumer<List<Guarded<S>>> change) {
        List<Guarded<S>> those = new ArrayList<>(named(name));
        change.accept(those);
        those.sort(bestFirst);
        Map<String, List<Guarded<S>>> next = new TreeMap<>(byName);
        if (those.isEmpty()) {
            next.remove(name);
        } else {
            next.put(name, List.copyOf(those));
        }
        byName = next;
    }
}
