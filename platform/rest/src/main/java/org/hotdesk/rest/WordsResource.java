package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Permission;
import org.hotdesk.api.conversation.SensitiveWords;
import org.hotdesk.api.conversation.SensitiveWords.Found;
import org.hotdesk.api.conversation.SensitiveWords.WordList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.time.Instant;
import java.util.List;

/** The words that are not to be sent, or only after a warning. */
@Component(service = Resource.class)
@Path("sensitive-words")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WordsResource implements Resource {
    private final SensitiveWords words;

    record WordListChange(
            List<String> block, List<String> warn, boolean agents, boolean visitors) {}

    record TextToCheck(String text) {}

    @Activate
    public WordsResource(@Reference SensitiveWords words) {
        this.words = words;
    }

    @GET
    @Operation("The list of sensitive words")
    public WordList list(@Context Caller caller) {
        return words.list(caller.agent());
    }

    @PUT
    @Operation("Puts another list in place of this one; it is in force at once")
    public WordList change(
            @Context Caller caller,
            @HeaderParam("If-Match") @Nullable String revision,
            WordListChange input) {
        var list =
                new WordList(
                        0,
                        input.block(),
                        input.warn(),
                        input.agents(),
                        input.visitors(),
                        "",
                        Instant.EPOCH);
        return words.change(caller.agent(), Versions.expected(revision), list);
    }

    @POST
    @Path("check")
    @Operation("Which words of the list a text holds")
    public Found check(@Context Caller caller, TextToCheck input) {
        caller.agent().require(Permission.MESSAGE_MANAGE);
        return words.find(input.text());
    }
}
