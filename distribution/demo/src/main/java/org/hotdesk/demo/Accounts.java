package org.hotdesk.demo;

import static java.util.stream.Collectors.toMap;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.admin.HealthCheck;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.admin.HealthReading.Status;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.api.staff.Team;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.api.staff.Teams;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Makes the teams and accounts of the sample shop, those that are not there yet. The server is not
 * ready before that.
 */
@Component(
        service = {Accounts.class, HealthCheck.class},
        immediate = true)
public final class Accounts implements HealthCheck {
    static final Actor ACTOR = new Actor.Platform("demo");

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private static final Words FAILED =
            new Words(
                    "演示账号创建失败，原因见日志。", "The sample accounts could not be made; the log says why.");

    private static final Words MAKING = new Words("正在创建演示账号。", "Making the sample accounts.");

    private final Teams teams;
    private final Agents agents;
    private final SignIns signIns;
    private final CompletableFuture<Map<Words, TeamId>> made;

    @Activate
    public Accounts(@Reference Teams teams, @Reference Agents agents, @Reference SignIns signIns) {
        this.teams = teams;
        this.agents = agents;
        this.signIns = signIns;
        // As many as there are hashes at once: who waits for a place too long is turned away.
        ExecutorService threads =
                Executors.newFixedThreadPool(2, Thread.ofVirtual().name("demo-", 0).factory());
        this.made =
                CompletableFuture.supplyAsync(this::makeTeams, threads)
                        .thenCompose(
                                found ->
                                        CompletableFuture.allOf(makeAccounts(found, threads))
                                                .thenApply(done -> found));
        var unused =
                made.whenComplete(
                        (done, failure) -> {
                            threads.shutdown();
                            if (failure != null) {
                                LOG.error("The sample accounts could not be made.", failure);
                            }
                        });
    }

    /** Completes with the teams when everybody can sign in. */
    CompletableFuture<Map<Words, TeamId>> made() {
        return made;
    }

    @Override
    public HealthReading check() {
        if (made.isCompletedExceptionally()) {
            return new HealthReading("demo", Status.DOWN, FAILED, Map.of());
        }
        return made.isDone()
                ? new HealthReading("demo", Status.UP, HealthReading.FINE, Map.of())
                : new HealthReading("demo", Status.DOWN, MAKING, Map.of());
    }

    /** The team of the first start becomes the first of ours. */
    private Map<Words, TeamId> makeTeams() {
        List<Team> there = teams.list();
        Set<Words> names = there.stream().map(Team::name).collect(Collectors.toSet());
        if (!names.contains(SampleStaff.PRE_SALES)) {
            Team first = there.getFirst();
            teams.rename(ACTOR, first.id(), first.version(), SampleStaff.PRE_SALES);
        }
        if (!names.contains(SampleStaff.AFTER_SALES)) {
            teams.add(ACTOR, SampleStaff.AFTER_SALES);
        }
        return teams.list().stream().collect(toMap(Team::name, Team::id, (first, twin) -> first));
    }

    /** At once: most of the time goes into hashing passwords, which more than one core can do. */
    private CompletableFuture<?>[] makeAccounts(Map<Words, TeamId> found, Executor threads) {
        Map<String, Agent> there =
                agents.list(ACTOR).stream().collect(toMap(Agent::login, agent -> agent));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (AgentDetails wanted : SampleStaff.accounts(found)) {
            Agent known = there.get(wanted.login());
            if (known == null) {
                all.add(
                        CompletableFuture.runAsync(
                                () -> agents.add(ACTOR, wanted, SampleStaff.PASSWORD), threads));
            } else if (wanted.login().equals("admin")) {
                all.add(CompletableFuture.runAsync(() -> openFor(known), threads));
            }
        }
        return all.toArray(CompletableFuture<?>[]::new);
    }

    /** The administrator of the first start may have another password. */
    private void openFor(Agent admin) {
        try {
            signIns.signOut(signIns.signIn(admin.login(), SampleStaff.PASSWORD, "demo").token());
        } catch (Fault wrong) {
            agents.setPassword(ACTOR, admin.id(), Optional.empty(), SampleStaff.PASSWORD);
        }
    }
}
