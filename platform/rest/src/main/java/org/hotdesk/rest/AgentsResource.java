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

import org.hotdesk.api.Fault;
import org.hotdesk.api.Page;
import org.hotdesk.api.Permission;
import org.hotdesk.api.staff.Agent;
import org.hotdesk.api.staff.AgentDetails;
import org.hotdesk.api.staff.AgentId;
import org.hotdesk.api.staff.Agents;
import org.hotdesk.api.staff.Presence;
import org.hotdesk.api.staff.PresenceState;
import org.hotdesk.api.staff.Presences;
import org.hotdesk.api.staff.Role;
import org.hotdesk.api.staff.SignIns;
import org.hotdesk.api.staff.SkillLevel;
import org.hotdesk.api.staff.TeamId;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members of staff and who of them is at work. */
@Component(service = Resource.class)
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AgentsResource implements Resource {
    private final Agents agents;
    private final Presences presences;
    private final SignIns signIns;
    private final Creation creation;

    record NewAgent(
            String login,
            String name,
            Role role,
            Set<TeamId> teams,
            List<SkillLevel> skills,
            Integer capacity,
            Boolean active,
            String password) {
        AgentDetails details() {
            return new AgentDetails(login, name, role, teams, skills, capacity, active);
        }
    }

    record AgentChange(
            String login,
            String name,
            Role role,
            Set<TeamId> teams,
            List<SkillLevel> skills,
            Integer capacity,
            Boolean active) {
        AgentDetails details() {
            return new AgentDetails(login, name, role, teams, skills, capacity, active);
        }
    }

    record NewPassword(Optional<String> old, String password) {}

    record PresenceWish(Presence presence, Optional<String> reason) {}

    @Activate
    public AgentsResource(
            @Reference Agents agents,
            @Reference Presences presences,
            @Reference SignIns signIns,
            @Reference Creation creation) {
        this.agents = agents;
        this.presences = presences;
        this.signIns = signIns;
        this.creation = creation;
    }

    @GET
    @Path("agents")
    @Operation("Everybody, by name; also those who are not active")
    public Page<Agent> list(@Context Caller caller) {
        return new Page<>(agents.list(caller.agent()), Optional.empty());
    }

    @POST
    @Path("agents")
    @Operation(value = "Adds a member of staff", status = 201)
    public Agent add(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            NewAgent input) {
        var actor = caller.agent();
        return creation.once(
                actor,
                Optional.ofNullable(key),
                input,
                Agent.class,
                () -> agents.add(actor, input.details(), input.password()));
    }

    @GET
    @Path("agents/{id}")
    @Operation("One member of staff")
    public Agent find(@Context Caller caller, @PathParam("id") AgentId id) {
        caller.agent().require(Permission.STAFF_READ);
        return agents.find(id).orElseThrow(() -> Fault.notFound("agent", id));
    }

    @PUT
    @Path("agents/{id}")
    @Operation("Changes a member of staff")
    public Agent change(
            @Context Caller caller,
            @PathParam("id") AgentId id,
            @HeaderParam("If-Match") @Nullable String version,
            AgentChange input) {
        return agents.change(caller.agent(), id, Versions.expected(version), input.details());
    }

    @PUT
    @Path("agents/{id}/password")
    @Operation(value = "Sets a password: one's own with the old one, or anybody's", status = 204)
    public void setPassword(
            @Context Caller caller, @PathParam("id") AgentId id, NewPassword input) {
        agents.setPassword(caller.agent(), id, input.old(), input.password());
    }

    @DELETE
    @Path("agents/{id}/sessions")
    @Operation(value = "Ends all sessions of somebody", status = 204)
    public void revoke(@Context Caller caller, @PathParam("id") AgentId id) {
        signIns.revoke(caller.agent(), id);
    }

    @GET
    @Path("presences")
    @Operation("The presence of everybody who is active")
    public Page<PresenceState> presences(@Context Caller caller) {
        caller.agent().require(Permission.STAFF_READ);
        return new Page<>(presences.list(), Optional.empty());
    }

    @PUT
    @Path("agents/{id}/presence")
    @Operation("Sets one's own presence, or another's")
    public PresenceState setPresence(
            @Context Caller caller, @PathParam("id") AgentId id, PresenceWish wish) {
        return presences.set(caller.agent(), id, wish.presence(), wish.reason());
    }
}
