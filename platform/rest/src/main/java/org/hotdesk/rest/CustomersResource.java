package org.hotdesk.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.hotdesk.api.customer.Customer;
import org.hotdesk.api.customer.CustomerDetails;
import org.hotdesk.api.customer.CustomerId;
import org.hotdesk.api.customer.Customers;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customer records. */
@Component(service = Resource.class)
@Path("customers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CustomersResource implements Resource {
    private final Customers customers;

    record CustomerChange(
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> company,
            Optional<String> region,
            List<String> tags,
            Map<String, String> attributes) {
        CustomerDetails details() {
            return new CustomerDetails(name, email, phone, company, region, tags, attributes);
        }
    }

    @Activate
    public CustomersResource(@Reference Customers customers) {
        this.customers = customers;
    }

    @GET
    @Operation("One customer record")
    public Customer find(@Context Caller caller, @PathParam("id") CustomerId id) {
        return customers.find(caller.agent(), id);
    }

    @PUT
    @Operation("Changes a customer record")
    public Customer change(
            @Context Caller caller,
            @PathParam("id") CustomerId id,
            @HeaderParam("If-Match") @Nullable String version,
            CustomerChange input) {
        return customers.change(caller.agent(), id, Versions.expected(version), input.details());
    }
}
