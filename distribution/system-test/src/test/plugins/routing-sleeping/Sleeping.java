import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.routing.Preference;
import org.hotdesk.api.routing.RoutingRequest;
import org.hotdesk.api.routing.RoutingStrategy;
import org.osgi.service.component.annotations.Component;

/** Sleeps for half a minute at every call, whoever wakes it. */
@Component
@Extension("sleeping")
public final class Sleeping implements RoutingStrategy {
    private static final long HALF_A_MINUTE = 30_000_000_000L;

    @Override
    public Preference choose(RoutingRequest request) {
        long end = System.nanoTime() + HALF_A_MINUTE;
        while (System.nanoTime() < end) {
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException goOn) {
                continue;
            }
        }
        return Preference.none();
    }
}
