package org.hotdesk.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Author;
import org.hotdesk.api.conversation.ConversationId;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.VisitorId;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.TeamId;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How values look in frames, the same as in REST: ids are strings, times have microseconds. */
final class Json {
    static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(values())
                    .addMixIn(Author.class, AuthorInFrames.class)
                    .build();
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Json() {}

    static String write(Object frame) {
        try {
            return MAPPER.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a frame that cannot be written", e);
        }
    }

    private static SimpleModule values() {
        var module = new SimpleModule("hotdesk");
        for (var id :
                new Class<?>[] {
                    AgentId.class,
                    AttachmentId.class,
                    ConversationId.class,
                    CustomerId.class,
                    TeamId.class,
                    VisitorId.class
                }) {
            module.addSerializer(id, new ToStringSerializer(id));
        }
        return module.addSerializer(new InstantSerializer());
    }

    private record AuthorInFrames(
            Author.Side side,
            @JsonSerialize(using = ToStringSerializer.class) long id,
            String name) {}

    private static final class InstantSerializer extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(MICROSECONDS.format(value));
        }
    }
}
