package org.hotdesk.conversation;

import org.hotdesk.api.extension.ExtensionPoint;
import org.hotdesk.api.extension.Extensions;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The installed routing strategies; this bundle is the one owner of the extension point. */
@Component(service = Strategies.class)
public final class Strategies {
    private final ExtensionPoint<RoutingStrategy> point;
    private final ExtensionPoint<RoutingStrategy> aside;

    @Activate
    public Strategies(@Reference Extensions extensions) {
        point = extensions.open(RoutingStrategy.class);
        aside = extensions.openAside(RoutingStrategy.class);
    }

    ExtensionPoint<RoutingStrategy> point() {
        return point;
    }

    /** The same strategies, for trials: what fails there is cut off for no live decision. */
    ExtensionPoint<RoutingStrategy> aside() {
        return aside;
    }

    @Deactivate
    void close() {
        point.close();
        aside.close();
    }
}
