package org.hotdesk.rest;

import org.hotdesk.api.rest.RestResources;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Hears of the REST resources that plugins bring and take away. */
final class PluginTracker extends ServiceTracker<RestResources, RestResources> {
    private static final String NAME = "extension";

    private final PluginServlet servlet;

    PluginTracker(BundleContext context, PluginServlet servlet) {
        super(context, RestResources.class, null);
        this.servlet = servlet;
    }

    @Override
    public @Nullable RestResources addingService(ServiceReference<RestResources> reference) {
        var resources = super.addingService(reference);
        if (resources != null && reference.getProperty(NAME) instanceof String name) {
            var order = (long) reference.getProperty(Constants.SERVICE_ID);
            var rank = new Gate.Rank(reference.getBundle().getVersion(), order);
            servlet.add(name, reference, rank, resources);
        }
        return resources;
    }

    /** The framework waits for this to return before it takes the plugin's component down. */
    @Override
    public void removedService(ServiceReference<RestResources> reference, RestResources resources) {
        if (reference.getProperty(NAME) instanceof String name) {
            servlet.remove(name, reference);
        }
        super.removedService(reference, resources);
    }
}
