package org.hotdesk.testkit;

import static org.hotdesk.testkit.SampleCandidate.candidate;

import org.hotdesk.api.customer.Source;
import org.hotdesk.api.routing.Candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Requests and arrivals from a seed, with everything that a strategy may meet. */
final class MadeUp {
    private static final List<String> SKILLS = List.of("returns", "退货", "delivery");

    private MadeUp() {}

    static SampleRequest request(int size, Random random) {
        SampleRequest request =
                SampleRequest.request()
                        .team(1 + random.nextInt(5))
                        .of(arrival(random))
                        .weight(1 + random.nextInt(3))
                        .priority(random.nextInt(10));
        request = request.at(request.queuedAt().plusSeconds(random.nextInt(900)));
        if (random.nextInt(3) == 0) {
            request = request.needs(one(SKILLS, random), 1 + random.nextInt(5));
        }
        int busy = random.nextInt(4);
        return request.full(
                        IntStream.rangeClosed(size + 1, size + busy)
                                .mapToObj(id -> candidate(id).load(3))
                                .toArray(Candidate[]::new))
                .with(
                        IntStream.rangeClosed(1, size)
                                .mapToObj(id -> madeUpCandidate(id, random))
                                .toArray(Candidate[]::new));
    }

    static SampleArrival arrival(Random random) {
        SampleArrival arrival =
                SampleArrival.arrival()
                        .visitor(1 + random.nextInt(1_000))
                        .language(random.nextBoolean() ? "zh-CN" : "en");
        if (random.nextBoolean()) {
            arrival = arrival.servedBy(1 + random.nextInt(20), "2026-03-01T09:00:00Z");
        }
        if (random.nextBoolean()) {
            arrival =
                    arrival.from(source(random))
                            .on("https://shop.example/cart?a=" + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            arrival =
                    arrival.customer("c" + random.nextInt(100))
                            .level(one(List.of("VIP", "普通", "意向"), random))
                            .cart(random.nextInt(10_000) + ".50")
                            .orders(random.nextInt(30))
                            .region(one(List.of("上海", "Berlin"), random))
                            .category(one(SKILLS, random))
                            .tagged("loud", "老客户");
        }
        return arrival;
    }

    private static Source source(Random random) {
        return new Source(
                Optional.of("https://shop.example/" + random.nextInt(9)),
                Optional.of("https://www.baidu.com/s?wd=x"),
                Optional.of("baidu"),
                Optional.of("退货 怎么办"),
                random.nextBoolean() ? Map.of() : Map.of("source", "mail", "campaign", "spring"));
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static SampleCandidate madeUpCandidate(int id, Random random) {
        int capacity = 1 + random.nextInt(8);
        SampleCandidate one =
                candidate(id)
                        .capacity(capacity)
                        .load(random.nextInt(capacity))
                        .handledToday(random.nextInt(60));
        if (random.nextInt(10) > 0) {
            // Few distinct times, so that there are ties.
            one = one.lastAssigned(Instant.EPOCH.plusSeconds(random.nextInt(50)));
        }
        for (String skill : SKILLS) {
            if (random.nextBoolean()) {
                one = one.skill(skill, 1 + random.nextInt(5));
            }
        }
        return one;
    }
}
