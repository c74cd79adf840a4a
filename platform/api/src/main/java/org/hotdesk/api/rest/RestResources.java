package org.hotdesk.api.rest;

import org.osgi.annotation.versioning.ConsumerType;

import java.util.Set;

/**
 * REST resources that a plugin brings, served under {@code /api/v1/plugins/<extension name>/} to
 * signed-in staff. A resource method may take {@code @Context org.hotdesk.api.Actor}.
 */
@ConsumerType
public interface RestResources {
    /** JAX-RS resource objects; used for as long as the bundle is there. */
    Set<Object> resources();
}
