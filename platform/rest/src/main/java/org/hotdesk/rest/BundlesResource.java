package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.Actor;
import org.hotdesk.api.Page;
import org.hotdesk.api.Permission;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.Bundles;
import org.hotdesk.api.admin.DryRun;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.BiFunction;

/** The bundles of this server. */
@Component(service = Resource.class)
@Path("bundles")
@Produces(MediaType.APPLICATION_JSON)
public final class BundlesResource implements Resource {
    private static final String JAR = "application/java-archive";

    private final Bundles bundles;
    private final java.nio.file.Path uploads;

    @Activate
    public BundlesResource(@Reference Bundles bundles, BundleContext context) {
        this(bundles, context.getDataFile("uploads").toPath());
    }

    BundlesResource(Bundles bundles, java.nio.file.Path uploads) {
        this.bundles = bundles;
        this.uploads = uploads;
    }

    @GET
    @Operation("All bundles but libraries, by name")
    public Page<BundleInfo> list(@Context Caller caller) {
        return new Page<>(bundles.list(caller.agent()), Optional.empty());
    }

    @GET
    @Path("{name}")
    @Operation("One bundle")
    public BundleInfo find(@Context Caller caller, @PathParam("name") String name) {
        return bundles.find(caller.agent(), name);
    }

    @POST
    @Path("check")
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Operation("Says what an installation of this jar would do, and does nothing")
    public DryRun check(@Context Caller caller, InputStream jar) {
        return withUpload(caller, jar, bundles::check);
    }

    /** Natural to repeat: the same jar once more changes nothing. */
    @POST
    @Consumes({JAR, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(value = "Installs a bundle, or updates the one of the same name", status = 201)
    public BundleInfo install(@Context Caller caller, InputStream jar) {
        return withUpload(caller, jar, bundles::install);
    }

    @POST
    @Path("{name}/start")
    @Operation("Starts a bundle that is stopped")
    public BundleInfo start(@Context Caller caller, @PathParam("name") String name) {
        return bundles.start(caller.agent(), name);
    }

    @POST
    @Path("{name}/stop")
    @Operation("Stops a bundle")
    public BundleInfo stop(@Context Caller caller, @PathParam("name") String name) {
        return bundles.stop(caller.agent(), name);
    }

    @DELETE
    @Path("{name}")
    @Operation(value = "Removes a bundle; what it stored stays", status = 204)
    public void remove(@Context Caller caller, @PathParam("name") String name) {
        bundles.remove(caller.agent(), name);
    }

    private <R> R withUpload(
            Caller caller, InputStream jar, BiFunction<Actor, java.nio.file.Path, R> use) {
        var actor = caller.agent();
        actor.require(Permission.BUNDLE_MANAGE);
        try {
            Files.createDirectories(uploads);
            var file = Files.createTempFile(uploads, "upload-", ".jar.part");
            try {
                try (var out = Files.newOutputStream(file)) {
                    jar.transferTo(out);
                }
                return use.apply(actor, file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be kept", e);
        }
    }
}
