package org.hotdesk.testkit;

import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Source;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.routing.Arrival;
import org.hotdesk.api.staff.AgentId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A new conversation's visitor made for a test: unknown, in English, by team 1, unless said. */
public record SampleArrival(
        String entryPoint,
        VisitorId visitor,
        String language,
        Source source,
        Optional<String> currentPage,
        Map<String, String> texts,
        List<String> tags,
        Optional<LastServed> lastServed)
        implements Arrival {
    public SampleArrival {
        texts = Map.copyOf(texts);
        tags = List.copyOf(tags);
    }

    /** A visitor of whom nothing is known. */
    public static SampleArrival arrival() {
        return new SampleArrival(
                "team-1",
                new VisitorId(1),
                "en",
                Source.unknown(),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** The same by this entry point. */
    public SampleArrival by(String key) {
        return new SampleArrival(
                key, visitor, language, source, currentPage, texts, tags, lastServed);
    }

    /** The same of this visitor. */
    public SampleArrival visitor(long id) {
        return new SampleArrival(
                entryPoint,
                new VisitorId(id),
                language,
                source,
                currentPage,
                texts,
                tags,
                lastServed);
    }

    /** The same in this language, such as {@code zh-CN}. */
    public SampleArrival language(String tag) {
        return new SampleArrival(
                entryPoint, visitor, tag, source, currentPage, texts, tags, lastServed);
    }

    /** The same from here. */
    public SampleArrival from(Source other) {
        return new SampleArrival(
                entryPoint, visitor, language, other, currentPage, texts, tags, lastServed);
    }

    /** The same on this page. */
    public SampleArrival on(String url) {
        return new SampleArrival(
                entryPoint, visitor, language, source, Optional.of(url), texts, tags, lastServed);
    }

    /** The same with these tags. */
    public SampleArrival tagged(String... words) {
        return new SampleArrival(
                entryPoint,
                visitor,
                language,
                source,
                currentPage,
                texts,
                List.of(words),
                lastServed);
    }

    /** The same, whom this agent served at this time, such as {@code 2026-03-01T09:00:00Z}. */
    public SampleArrival servedBy(long agent, String time) {
        return servedBy(agent, "agent" + agent, Instant.parse(time));
    }

    /** The same, whom the agent of this name served at this time. */
    public SampleArrival servedBy(long agent, String name, Instant time) {
        return new SampleArrival(
                entryPoint,
                visitor,
                language,
                source,
                currentPage,
                texts,
                tags,
                Optional.of(new LastServed(new AgentId(agent), name, time)));
    }

    /** The same from this region. */
    public SampleArrival region(String name) {
        return with("region", name);
    }

    /** The same with a question of this type. */
    public SampleArrival category(String name) {
        return with("category", name);
    }

    /** The same with a cart of this worth, such as {@code 99.50}. */
    public SampleArrival cart(String worth) {
        return with("cart", worth);
    }

    /** The same after so many orders. */
    public SampleArrival orders(int number) {
        return with("orders", Integer.toString(number));
    }

    /** The same as a customer of this level. */
    public SampleArrival level(String name) {
        return with("level", name);
    }

    /** The same as a customer of this id. */
    public SampleArrival customer(String id) {
        return with("customer", id);
    }

    private SampleArrival with(String name, String value) {
        Map<String, String> more = new HashMap<>(texts);
        more.put(name, value);
        return new SampleArrival(
                entryPoint, visitor, language, source, currentPage, more, tags, lastServed);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public String channel() {
        return text("channel").orElse("web");
    }

    @Override
    public Optional<CustomerId> customer() {
        return text("customer").map(CustomerId::new);
    }

    @Override
    public Optional<String> region() {
        return text("region");
    }

    @Override
    public Optional<String> category() {
        return text("category");
    }

    @Override
    public Optional<BigDecimal> cart() {
        return text("cart").map(BigDecimal::new);
    }

    @Override
    public Optional<Integer> orders() {
        return text("orders").map(Integer::valueOf);
    }

    @Override
    public Optional<String> level() {
        return text("level");
    }
}
