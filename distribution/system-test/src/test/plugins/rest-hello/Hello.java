import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.hotdesk.api.extension.Extension;
import org.hotdesk.api.rest.RestResources;
import org.osgi.service.component.annotations.Component;

import java.util.Set;

/** Says hello, and which version says so, at {@code /api/v1/plugins/hello/}. */
@Component
@Extension("hello")
public final class Hello implements RestResources {
    @Override
    public Set<Object> resources() {
        return Set.of(new Greeting());
    }

    /** The one resource. */
    @Path("")
    @Produces("application/json")
    public static final class Greeting {
        /** Greets. */
        @GET
        public String greet() {
            return "{\"hello\":\"@version@\"}";
        }
    }
}
