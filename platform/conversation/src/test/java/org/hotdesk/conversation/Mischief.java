package org.hotdesk.conversation;

import org.hotdesk.api.Words;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.Preference.Choice;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.AgentId;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Swaps strategies while they are asked: for new ones, broken ones, lying ones, and none. */
final class Mischief {
    private static final AgentId NOBODY = new AgentId(99_999);

    private final Helpdesk helpdesk;
    private final Random random;

    Mischief(Helpdesk helpdesk, Random random) {
        this.helpdesk = helpdesk;
        this.random = random;
    }

    /** Does something to one of them. */
    void act() {
        Map<String, RoutingStrategy> whole = ShippedStrategies.all(1);
        List<String> names = whole.keySet().stream().sorted().toList();
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> helpdesk.extensions.without(RoutingStrategy.class, name);
            case 1 ->
                    helpdesk.strategy(
                            name,
                            request -> {
                                throw new IllegalStateException(name + " is broken");
                            });
            case 2 ->
                    helpdesk.strategy(
                            name,
                            request ->
                                    new Preference(
                                            List.of(new Choice(NOBODY, Words.same("a lie"))),
                                            List.of()));
            default ->
                    whole.entrySet().stream()
                            .filter(one -> one.getKey().equals(name))
                            .forEach(one -> helpdesk.strategy(name, one.getValue()));
        }
    }

    /** Puts everything right. */
    void end() {
        ShippedStrategies.all(1).forEach(helpdesk::strategy);
    }
}
