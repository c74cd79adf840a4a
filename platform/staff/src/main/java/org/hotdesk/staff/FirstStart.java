package org.hotdesk.staff;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Words;
import org.hotdesk.api.event.Events;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.storage.Storage;
import org.hotdesk.api.storage.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * Where nobody works yet, makes one administrator and one team. Whoever needs them waits for this
 * component.
 */
@Component(
        service = FirstStart.class,
        configurationPid = "org.hotdesk.staff",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FirstStart {
    private static final Actor ACTOR = new Actor.Platform("staff");

    /** Settings {@code staff.…}. */
    public @interface Config {
        /** Password of the first administrator; empty: a random one, printed once. */
        String adminPassword() default "";
    }

    private final Storage storage;
    private final Transactions transactions;
    private final Events events;
    private final Agents agents;

    @Activate
    public FirstStart(
            @Reference Storage storage,
            @Reference Transactions transactions,
            @Reference Events events,
            @Reference Agents agents,
            Config config) {
        this(storage, transactions, events, agents);
        begin(config.adminPassword(), System.out);
    }

    FirstStart(Storage storage, Transactions transactions, Events events, Agents agents) {
        this.storage = storage;
        this.transactions = transactions;
        this.events = events;
        this.agents = agents;
    }

    void begin(String password, PrintStream terminal) {
        AgentRows rows = storage.mapper(AgentRows.class);
        var teams = new TeamDirectory(storage, transactions, events, Clock.systemUTC());
        transactions.run(
                () -> {
                    rows.lock();
                    if (teams.list().isEmpty()) {
                        teams.add(ACTOR, new Words("客服", "Support"));
                    }
                });
        // Not in that transaction: hashing a password takes too long to keep others waiting.
        if (rows.count() == 0) {
            addAdministrator(password, terminal);
        }
    }

    private void addAdministrator(String configured, PrintStream terminal) {
        boolean usable =
                configured.length() >= Passwords.SHORTEST
                        && configured.length() <= Passwords.LONGEST;
        String password = usable ? configured : Token.random().value().substring(0, 20);
        var details =
                new AgentDetails(
                        "admin", "Administrator", Role.ADMINISTRATOR, Set.of(), List.of(), 0, true);
        if (!usable) {
            tell(configured, password, terminal);
        }
        agents.add(ACTOR, details, password);
    }

    private static void tell(String configured, String password, PrintStream terminal) {
        if (!configured.isEmpty()) {
            terminal.println(
                    "The setting staff.admin-password needs 10 to 200 characters and was not used.");
        }
        // Before the commit: better printed for nothing than kept and never printed.
        terminal.println("Sign in as admin with the password " + password + " (shown only now).");
        terminal.flush();
    }
}
