package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Page;
import org.hotdesk.api.admin.SettingsForm;
import org.hotdesk.api.admin.SettingsForms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.Map;
import java.util.Optional;

/** The settings of bundles, as forms. */
@Component(service = Resource.class)
@Path("settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SettingsResource implements Resource {
    private final SettingsForms forms;

    record SettingsInput(Map<String, String> values) {}

    @Activate
    public SettingsResource(@Reference SettingsForms forms) {
        this.forms = forms;
    }

    @GET
    @Operation("The settings of every bundle that has some")
    public Page<SettingsForm> list(@Context Caller caller) {
        return new Page<>(forms.list(caller.agent()), Optional.empty());
    }

    @GET
    @Path("{pid}")
    @Operation("The settings of one configuration, with their bounds and texts")
    public SettingsForm find(@Context Caller caller, @PathParam("pid") String pid) {
        return forms.find(caller.agent(), pid);
    }

    @PUT
    @Path("{pid}")
    @Operation("Changes settings while the server runs; an empty text is the usual value again")
    public SettingsForm change(
            @Context Caller caller,
            @PathParam("pid") String pid,
            @HeaderParam("If-Match") @Nullable String revision,
            SettingsInput input) {
        return forms.change(caller.agent(), pid, Versions.expected(revision), input.values());
    }

    @GET
    @Path("{pid}/history")
    @Operation("Who changed settings to what, newest first")
    public Page<SettingsForms.Change> history(
            @Context Caller caller,
            @PathParam("pid") String pid,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Page<>(
                forms.history(caller.agent(), pid, Limits.within(200, limit)), Optional.empty());
    }
}
