package org.hotdesk.benchmark.replay;

import com.fasterxml.jackson.databind.JsonNode;

import org.hotdesk.benchmark.client.Account;
import org.hotdesk.benchmark.client.Answer;
import org.hotdesk.benchmark.client.Call;
import org.hotdesk.benchmark.client.Patience;
import org.hotdesk.benchmark.client.Rest;
import org.hotdesk.benchmark.client.Staff;
import org.hotdesk.benchmark.client.Staff.Member;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The agents of a run: a demo server's sample agents first, then temporary ones that are
 * deactivated when the run is over.
 */
final class Roster {
    private final Staff staff;
    private final List<Member> members = new ArrayList<>();

    private Roster(Staff staff) {
        this.staff = staff;
    }

    /** Signs in as administrator and finds or makes as many agents as are wanted. */
    static Roster of(Rest rest, Settings settings, Patience patience) throws Patience.Exhausted {
        var roster = new Roster(Staff.of(rest, settings.adminPassword(), patience));
        var known = roster.staff.known();
        if (settings.adminPassword().isEmpty()) {
            roster.takeSamples(known, settings.agents());
        }
        int capacity = Math.ceilDiv(settings.visitors(), settings.agents());
        for (int i = 1; roster.members.size() < settings.agents(); i++) {
            roster.members.add(roster.staff.hire(known, "replay-agent-" + i, capacity));
        }
        return roster;
    }

    private void takeSamples(Map<String, JsonNode> known, int wanted) {
        for (int i = 1; i <= 8 && members.size() < wanted; i++) {
            var login = "agent" + i;
            var agent = known.get(login);
            if (agent != null && agent.path("active").asBoolean()) {
                var team = agent.path("teams").path(0).asText();
                var id = agent.path("id").asText();
                members.add(new Member(Account.sample(login), id, team, false));
            }
        }
    }

    /** Sends the temporary agents away. */
    void dissolve() throws Patience.Exhausted {
        for (var member : members) {
            staff.dismiss(member);
        }
        staff.leave();
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    /** Calls as the administrator. */
    Answer call(Call call) throws Patience.Exhausted {
        return staff.call(call);
    }
}
