package org.hotdesk.conversation;

import org.hotdesk.api.Actor;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.routing.TrackRecord;
import org.hotdesk.api.routing.TrackRecords;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.routing.load.LeastLoad;
import org.hotdesk.routing.returning.ReturningCustomer;
import org.hotdesk.routing.round.robin.RoundRobin;
import org.hotdesk.routing.skill.Skills;
import org.hotdesk.routing.source.SourceRules;
import org.hotdesk.testkit.Configured;

import java.util.List;
import java.util.Map;

/** The five strategies that ship, with their usual settings and the rules of the scenarios. */
final class ShippedStrategies {
    private static final String RULES =
            """
            [{"name": "VIP", "all": [{"fact": "level", "operator": "is", "value": "VIP"}],
              "team": "3", "priority": 5},
             {"name": "big cart", "all": [{"fact": "cart", "operator": "gt", "value": "1000"}],
              "priority": 3},
             {"name": "returns",
              "any": [{"fact": "category", "operator": "is", "value": "returns"},
                      {"fact": "keyword", "operator": "contains", "value": "退货"},
                      {"fact": "current-page", "operator": "contains", "value": "/returns"}],
              "team": "2", "skills": [{"skill": "returns", "level": 3}]},
             {"name": "shoes",
              "all": [{"fact": "engine", "operator": "one-of", "value": "baidu, bing"},
                      {"fact": "keyword", "operator": "contains", "value": "鞋"}],
              "skills": [{"skill": "shoes", "level": 2}]},
             {"name": "abroad",
              "all": [{"fact": "language", "operator": "starts", "value": "en"},
                      {"fact": "region", "operator": "is-not", "value": "上海"}],
              "skills": [{"skill": "english", "level": 1}]},
             {"name": "mailing",
              "all": [{"fact": "utm-campaign", "operator": "starts", "value": "spring"}],
              "priority": 1},
             {"name": "loud", "all": [{"fact": "tag", "operator": "is", "value": "loud"}],
              "team": "3"},
             {"name": "regulars", "all": [{"fact": "orders", "operator": "gt", "value": "20"}],
              "priority": 2},
             {"name": "prices",
              "all": [{"fact": "referrer", "operator": "matches",
                       "value": "^https?://([a-z]+[.])?smzdm[.]com/"}],
              "skills": [{"skill": "prices", "level": 2}]},
             {"name": "check-out",
              "all": [{"fact": "entry-point", "operator": "is", "value": "check-out"}],
              "priority": 2}]
            """;

    private ShippedStrategies() {}

    static Map<String, RoutingStrategy> all() {
        return all(30);
    }

    /** The same with so much patience for the agent whom somebody knows, in seconds. */
    static Map<String, RoutingStrategy> all(int wait) {
        return Map.of(
                "source", Configured.component(SourceRules.class, Map.of("rules", RULES)),
                "returning",
                        Configured.component(ReturningCustomer.class, Map.of("waitSeconds", wait)),
                "skill", Configured.component(Skills.class, Map.of(), new Past()),
                "load", Configured.component(LeastLoad.class, Map.of()),
                "round-robin", new RoundRobin());
    }

    /** What the scenarios say that agents did in deliveries. */
    private static final class Past implements TrackRecords {
        @Override
        public List<TrackRecord> of(String category, int days) {
            return category.equals("delivery")
                    ? List.of(
                            new TrackRecord(new AgentId(1), 300, 270, 200, 190, 60),
                            new TrackRecord(new AgentId(2), 3, 3, 3, 3, 3),
                            new TrackRecord(new AgentId(3), 300, 90, 200, 60, 3),
                            new TrackRecord(new AgentId(4), 300, 260, 200, 182, 45))
                    : List.of();
        }

        @Override
        public void converted(Actor actor, ConversationId conversation) {
            throw new AssertionError("strategies only read");
        }
    }
}
