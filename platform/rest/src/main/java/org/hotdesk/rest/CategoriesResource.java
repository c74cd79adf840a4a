package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Page;
import org.hotdesk.api.Words;
import org.hotdesk.api.conversation.Categories;
import org.hotdesk.api.conversation.Category;
import org.hotdesk.api.conversation.CategoryId;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Optional;

/** What conversations can be about. */
@Component(service = Resource.class)
@Path("categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CategoriesResource implements Resource {
    private final Categories categories;
    private final Creation creation;

    record CategoryInput(Optional<CategoryId> parent, String code, Words name, Integer place) {
        Categories.Details details() {
            return new Categories.Details(parent, code, name, place);
        }
    }

    @Activate
    public CategoriesResource(@Reference Categories categories, @Reference Creation creation) {
        this.categories = categories;
        this.creation = creation;
    }

    @GET
    @Operation("All categories, those of one parent in their order")
    public Page<Category> list(@Context Caller caller) {
        caller.agent();
        return new Page<>(categories.list(), Optional.empty());
    }

    @POST
    @Operation(value = "Adds a category", status = 201)
    public Category add(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            CategoryInput input) {
        var actor = caller.agent();
        return creation.once(
                actor,
                Optional.ofNullable(key),
                input,
                Category.class,
                () -> categories.add(actor, input.details()));
    }

    @PUT
    @Path("{id}")
    @Operation("Changes a category; its code stays")
    public Category change(
            @Context Caller caller,
            @PathParam("id") CategoryId id,
            @HeaderParam("If-Match") @Nullable String version,
            CategoryInput input) {
        return categories.change(caller.agent(), id, Versions.expected(version), input.details());
    }

    @DELETE
    @Path("{id}")
    @Operation(value = "Removes a category; conversations keep its code", status = 204)
    public void remove(@Context Caller caller, @PathParam("id") CategoryId id) {
        categories.remove(caller.agent(), id);
    }
}
