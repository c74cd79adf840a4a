package org.hotdesk.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

class OpenApiTest {
    private final JsonNode document = new OpenApi().document("1");

    @Test
    void ids_are_strings_and_what_may_be_absent_may_be_null() {
        var conversation = document.at("/components/schemas/Conversation");
        assertThat(conversation.at("/properties/id").toString()).isEqualTo("{\"type\":\"string\"}");
        assertThat(conversation.at("/properties/agent/type").toString())
                .isEqualTo("[\"string\",\"null\"]");
        assertThat(conversation.get("required").size())
                .isEqualTo(conversation.get("properties").size());
        assertThat(document.at("/components/schemas/Author/properties/id/type").asText())
                .isEqualTo("string");
    }

    @Test
    void what_may_be_left_out_of_an_input_is_not_required() {
        var input = document.at("/components/schemas/NewConversation/required");
        assertThat(input.toString()).isEqualTo("[\"language\",\"text\"]");
    }

    @Test
    void every_operation_tells_how_its_problems_look() {
        assertThat(document.get("paths")).isNotEmpty();
        for (var path : document.get("paths")) {
            for (var operation : path) {
                assertThat(operation.at("/responses/default/$ref").asText())
                        .isEqualTo("#/components/responses/Problem");
                assertThat(operation.get("summary").asText()).isNotBlank();
            }
        }
    }

    @Test
    void every_resource_that_there_is_is_described() {
        var minimum = "resources.cardinality.minimum:Integer=" + Resource.ALL.size();
        assertThat(Resource.ALL_THERE).isEqualTo(minimum);
    }
}
