package org.hotdesk.conversation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.Card;
import org.hotdesk.api.conversation.Message;

import java.util.Optional;

/** What a message holds beside its text, as JSON in its row; most hold nothing. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(ignoreUnknown = true)
record Extras(Optional<Attachment> attachment, Optional<Card> card) {
    static final Extras NONE = new Extras(Optional.empty(), Optional.empty());

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

    static Optional<String> write(Message message) {
        if (message.attachment().isEmpty() && message.card().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    JSON.writeValueAsString(new Extras(message.attachment(), message.card())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An attachment could not be written", impossible);
        }
    }

    static Extras read(Optional<String> extra) {
        if (extra.isEmpty()) {
            return NONE;
        }
        try {
            return JSON.readValue(extra.get(), Extras.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("An attachment is unreadable", unreadable);
        }
    }
}
