package org.hotdesk.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.hotdesk.api.Page;
import org.hotdesk.api.Permission;
import org.hotdesk.api.admin.Health;
import org.hotdesk.api.admin.HealthReading;
import org.hotdesk.api.extension.ExtensionState;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.rest.Operation.Who;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The system itself: how it does, what extends it, what it offers. */
@Component(service = Resource.class)
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public final class SystemResource implements Resource {
    private final Health health;
    private final Extensions extensions;
    private final Panels panels;

    record HealthView(boolean ready, List<HealthReading> items) {}

    @Activate
    public SystemResource(
            @Reference Health health, @Reference Extensions extensions, @Reference Panels panels) {
        this.health = health;
        this.extensions = extensions;
        this.panels = panels;
    }

    @GET
    @Path("health")
    @Operation("How every part is doing")
    public HealthView health(@Context Caller caller) {
        caller.agent().require(Permission.HEALTH_READ);
        return new HealthView(health.ready(), health.readings());
    }

    @GET
    @Path("extensions")
    @Operation("How every extension is doing")
    public Page<ExtensionState> extensions(@Context Caller caller) {
        caller.agent().require(Permission.HEALTH_READ);
        return new Page<>(extensions.states(), Optional.empty());
    }

    @GET
    @Path("panels")
    @Operation("The panels that plugins bring to the console")
    public Page<Panels.Panel> panels(@Context Caller caller) {
        caller.agent();
        return new Page<>(panels.list(), Optional.empty());
    }

    @GET
    @Path("openapi.json")
    @Operation(value = "This description", answer = Object.class, who = Who.ANYBODY)
    public Response openApi() throws IOException {
        try (var document = SystemResource.class.getResourceAsStream("/openapi.json")) {
            return document == null
                    ? Response.status(404).build()
                    : Response.ok(document.readAllBytes())
                            .header("Cache-Control", "public, max-age=300")
                            .build();
        }
    }
}
