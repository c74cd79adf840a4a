package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.hotdesk.api.conversation.Attachment;
import org.hotdesk.api.conversation.AttachmentId;
import org.hotdesk.api.conversation.Attachments;
import org.hotdesk.rest.Operation.Who;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Files for messages. They are sent so that a browser never runs what is in them. */
@Component(service = Resource.class)
@Path("attachments")
@Produces(MediaType.APPLICATION_JSON)
public final class AttachmentsResource implements Resource {
    private final Attachments attachments;

    @Activate
    public AttachmentsResource(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    /** Sent again it is another upload; the one that no message takes up goes by itself. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            value = "Uploads a file, as the body; what it is, is found by its bytes",
            status = 201,
            who = Who.STAFF_OR_VISITOR)
    public Attachment upload(
            @Context Caller caller, @QueryParam("name") @Nullable String name, InputStream bytes) {
        return attachments.upload(caller.actor(), name == null ? "" : name, bytes);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.WILDCARD)
    @Operation(value = "The bytes of a file", answer = byte[].class, who = Who.STAFF_OR_VISITOR)
    public Response read(@Context Caller caller, @PathParam("id") AttachmentId id) {
        return sent(attachments.read(caller.actor(), id));
    }

    @GET
    @Path("{id}/thumbnail")
    @Produces(MediaType.WILDCARD)
    @Operation(
            value = "A small picture of an image",
            answer = byte[].class,
            who = Who.STAFF_OR_VISITOR)
    public Response thumbnail(@Context Caller caller, @PathParam("id") AttachmentId id) {
        return sent(attachments.thumbnail(caller.actor(), id));
    }

    private static Response sent(Attachments.Content content) {
        StreamingOutput body =
                out -> {
                    try (var bytes = content.bytes()) {
                        bytes.transferTo(out);
                    }
                };
        var name = URLEncoder.encode(content.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body)
                .type(content.type())
                .header("Content-Length", content.size())
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", "private, max-age=600")
                .build();
    }
}
