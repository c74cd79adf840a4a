package org.hotdesk.demo;

import org.hotdesk.api.Words;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who works at the sample shop. */
final class SampleStaff {
    static final String PASSWORD = "hotdesk-demo";
    static final Words PRE_SALES = new Words("售前", "Pre-sales");
    static final Words AFTER_SALES = new Words("售后", "After-sales");

    private static final int CAPACITY = 5;

    /** Somebody before the teams have their ids. */
    private record Person(
            String login, String name, Role role, List<Words> teams, List<SkillLevel> skills) {}

    private static final List<Person> PEOPLE =
            List.of(
                    agent("agent1", "王芳", PRE_SALES, "chinese 5", "tea 5", "teaware 3"),
                    agent("agent2", "李明轩", PRE_SALES, "chinese 5", "english 2", "lamps 4"),
                    agent("agent3", "Emily Carter", PRE_SALES, "english 5", "tea 3", "plants 4"),
                    agent("agent4", "陈思雨", PRE_SALES, "chinese 5", "plants 5", "teaware 4"),
                    agent("agent5", "赵建国", AFTER_SALES, "chinese 5", "returns 5", "invoices 4"),
                    agent("agent6", "Daniel Reed", AFTER_SALES, "english 5", "delivery 4"),
                    agent("agent7", "刘洋", AFTER_SALES, "chinese 5", "delivery 5", "退货 3"),
                    agent("agent8", "Sophie Martin", AFTER_SALES, "english 5", "returns 4"),
                    new Person(
                            "supervisor",
                            "周文静",
                            Role.SUPERVISOR,
                            List.of(PRE_SALES, AFTER_SALES),
                            List.of(
                                    new SkillLevel("chinese", 5),
                                    new SkillLevel("english", 4),
                                    new SkillLevel("complaints", 5))));

    private SampleStaff() {}

    /** Their accounts, in these teams. */
    static List<AgentDetails> accounts(Map<Words, TeamId> teams) {
        List<AgentDetails> accounts = new ArrayList<>();
        accounts.add(
                new AgentDetails(
                        "admin",
                        "Administrator",
                        Role.ADMINISTRATOR,
                        Set.of(),
                        List.of(),
                        0,
                        true));
        for (Person person : PEOPLE) {
            Set<TeamId> own = Set.copyOf(person.teams().stream().map(teams::get).toList());
            accounts.add(
                    new AgentDetails(
                            person.login(),
                            person.name(),
                            person.role(),
                            own,
                            person.skills(),
                            CAPACITY,
                            true));
        }
        return accounts;
    }

    private static Person agent(String login, String name, Words team, String... skills) {
        List<SkillLevel> levels = new ArrayList<>();
        for (String skill : skills) {
            int space = skill.lastIndexOf(' ');
            int level = Integer.parseInt(skill.substring(space + 1));
            levels.add(new SkillLevel(skill.substring(0, space), level));
        }
        return new Person(login, name, Role.AGENT, List.of(team), levels);
    }
}
