import static java.util.Comparator.comparing;

import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Candidate;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Component;

/** Does its work: the least loaded goes first. */
@Component
@Extension("good")
public final class Good implements RoutingStrategy {
    @Override
    public Preference choose(RoutingRequest request) {
        return request.candidates().stream()
                .sorted(comparing(Candidate::load))
                .collect(Preference.keeping("version @version@"));
    }
}
