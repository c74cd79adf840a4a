package org.hotdesk.admin;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The extensions that a running bundle offers, as {@code RoutingStrategy round-robin}. */
final class Offers {
    private Offers() {}

    static List<String> of(Bundle bundle) {
        ServiceReference<?>[] services =
                bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getRegisteredServices();
        return Optional.ofNullable(services).stream()
                .flatMap(Arrays::stream)
                .flatMap(Offers::names)
                .sorted()
                .toList();
    }

    private static Stream<String> names(ServiceReference<?> service) {
        if (service.getProperty("extension") instanceof String name
                && service.getProperty(Constants.OBJECTCLASS) instanceof String[] types) {
            return Arrays.stream(types)
                    .map(type -> type.substring(type.lastIndexOf('.') + 1) + " " + name);
        }
        return Stream.empty();
    }
}
