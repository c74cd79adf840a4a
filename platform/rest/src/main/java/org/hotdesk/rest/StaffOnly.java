package org.hotdesk.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Lets signed-in staff pass, and nobody else. */
@Priority(Priorities.AUTHORIZATION)
final class StaffOnly implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        Authentication.of(request).agent();
    }
}
