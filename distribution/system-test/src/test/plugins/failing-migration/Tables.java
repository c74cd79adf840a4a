import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.hotdesk.api.storage.Storage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Would have tables, if its migration did not fail. */
@Component
@Extension("tables")
public final class Tables implements RoutingStrategy {
    /** Never made. */
    @Activate
    public Tables(@Reference Storage storage) {}

    @Override
    public Preference choose(RoutingRequest request) {
        return Preference.none();
    }
}
