package org.hotdesk.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.hotdesk.api.routing.Decision;

import java.util.List;

/** The decision traces, as JSON beside their conversations. */
final class Traces {
    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final DecisionTable table;

    Traces(DecisionTable table) {
        this.table = table;
    }

    void keep(List<Decision> decisions) {
        table.insert(
                decisions.stream()
                        .map(
                                decision ->
                                        new DecisionTable.DecisionRow(
                                                decision.conversation().value(), write(decision)))
                        .toList());
    }

    List<Decision> of(long conversation) {
        return table.of(conversation).stream().map(this::read).toList();
    }

    private String write(Decision decision) {
        try {
            return json.writeValueAsString(decision);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A decision could not be written", impossible);
        }
    }

    private Decision read(String trace) {
        try {
            return json.readValue(trace, Decision.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A decision trace is unreadable", unreadable);
        }
    }
}
