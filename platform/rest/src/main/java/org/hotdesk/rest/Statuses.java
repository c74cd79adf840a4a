package org.hotdesk.rest;

import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Gives an answer the status that its {@link Operation} promises. */
final class Statuses implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        var operation = resource.getResourceMethod().getAnnotation(Operation.class);
        if (operation != null && operation.status() != 200) {
            context.register(
                    (ContainerResponseFilter)
                            (request, response) -> {
                                if (response.getStatus() == 200) {
                                    response.setStatus(operation.status());
                                }
                            });
        }
    }
}
