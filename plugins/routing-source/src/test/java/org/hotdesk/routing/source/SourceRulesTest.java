package org.hotdesk.routing.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotdesk.testkit.SampleArrival.arrival;

import org.hotdesk.api.customer.Source;
import org.hotdesk.api.routing.Placement;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.hotdesk.testkit.RoutingStrategyContract;
import org.hotdesk.testkit.SampleArrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class SourceRulesTest extends RoutingStrategyContract {
    private static final String RULES =
            """
            [{"name": "VIP", "all": [{"fact": "level", "operator": "is", "value": "vip"}],
              "priority": 5},
             {"name": "returns from the mailing",
              "all": [{"fact": "utm-source", "operator": "is", "value": "mail"}],
              "any": [{"fact": "category", "operator": "is", "value": "returns"},
                      {"fact": "keyword", "operator": "contains", "value": "退货"}],
              "team": "2", "skills": [{"skill": "returns", "level": 3}]}]
            """;

    private static final SampleArrival KNOWN =
            arrival()
                    .by("check-out")
                    .language("zh-CN")
                    .on("https://shop.example/cart?step=2")
                    .from(
                            new Source(
                                    Optional.of("https://shop.example/sale/shoes"),
                                    Optional.of("https://www.baidu.com/s?wd=shoes"),
                                    Optional.of("baidu"),
                                    Optional.of("红色 运动鞋"),
                                    Map.of("source", "mail", "campaign", "spring-2026")))
                    .region("上海")
                    .category("returns")
                    .cart("499.90")
                    .orders(7)
                    .level("VIP")
                    .tagged("loud", "老客户");

    @Override
    protected RoutingStrategy strategy() {
        return new SourceRules(RULES);
    }

    private Optional<Placement> place(SampleArrival arrival) {
        return strategy().place(arrival);
    }

    @Test
    void the_first_rule_that_applies_decides() {
        assertThat(place(KNOWN)).flatMap(Placement::priority).contains(5);
        assertThat(place(KNOWN)).flatMap(Placement::team).isEmpty();
    }

    @Test
    void a_rule_needs_all_of_its_conditions_and_one_of_any() {
        var mail =
                new Source(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("怎么退货"),
                        Map.of("source", "mail"));
        Placement placement = place(arrival().from(mail)).orElseThrow();
        assertThat(placement.team()).contains(new TeamId(2));
        assertThat(placement.skills()).isEqualTo(List.of(new SkillLevel("returns", 3)));
        assertThat(placement.reason().en()).isEqualTo("rule “returns from the mailing”");
        assertThat(place(arrival().category("returns"))).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    channel      | is       | web                   | true
                    entry-point  | is       | check-out             | true
                    landing-page | contains | /SALE/                | true
                    landing-page | starts   | https://shop.example/ | true
                    current-page | matches  | /cart\\?.*step=[23]   | true
                    current-page | matches  | ^/cart                | false
                    referrer     | contains | baidu.com             | true
                    referrer     | is       | baidu.com             | false
                    engine       | one-of   | google, Baidu         | true
                    engine       | one-of   | google,bing           | false
                    keyword      | contains | 运动鞋                | true
                    utm-source   | is       | MAIL                  | true
                    utm-campaign | starts   | spring                | true
                    utm-term     | is       | anything              | false
                    utm-term     | is-not   | anything              | true
                    region       | one-of   | 北京，上海            | true
                    language     | starts   | zh                    | true
                    category     | is-not   | returns               | false
                    cart         | gt       | 499                   | true
                    cart         | gt       | 499.90                | false
                    cart         | lt       | 500                   | true
                    orders       | gt       | 6                     | true
                    orders       | lt       | 7                     | false
                    level        | is       | vip                   | true
                    tag          | is       | 老客户                | true
                    tag          | is-not   | loud                  | false
                    tag          | one-of   | quiet, polite         | false
                    """)
    void a_condition_holds(String fact, String operator, String value, boolean holds) {
        assertThat(Condition.of(fact, operator, value).holds(KNOWN)).isEqualTo(holds);
    }

    @ParameterizedTest(name = "of somebody unknown, {0} {1} {2}: {3}")
    @CsvSource({
        "keyword, contains, a, false",
        "cart, lt, 5, false",
        "level, is-not, VIP, true",
        "tag, is-not, loud, true"
    })
    void what_is_not_known_fulfils_nothing_but_is_not(
            String fact, String operator, String value, boolean holds) {
        assertThat(Condition.of(fact, operator, value).holds(arrival())).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                        | JSON
                    [{"all":[]}]                                              | name
                    [{"name":"a","priority":1}]                               | no conditions
                    [{"name":"a","all":[{"fact":"x"}]}]                       | no fact "x"
                    [{"name":"a","all":[{"fact":"tag","operator":"?","value":"v"}]}] | no operator
                    [{"name":"a","all":[{"fact":"tag","operator":"is","value":"v"}]}] | decides nothing
                    [{"name":"a","any":[{"fact":"cart","operator":"gt","value":"v"}]}] | no number
                    [{"name":"a","any":[{"fact":"tag","operator":"is","value":"v"}],"priority":10}] | between 0 and 9
                    """)
    void rules_that_make_no_sense_are_refused_in_words(String rules, String words) {
        assertThatThrownBy(() -> Rules.read(rules)).hasMessageContaining(words);
    }
}
