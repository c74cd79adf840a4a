import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Component;

/** Throws at every call. */
@Component
@Extension("throwing")
public final class Throwing implements RoutingStrategy {
    @Override
    public Preference choose(RoutingRequest request) {
        throw new IllegalStateException("I always throw");
    }
}
