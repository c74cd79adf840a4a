package org.hotdesk.admin;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what a bundle needs with what this framework offers, in words. */
final class Requirements {
    private static final String PACKAGE = "osgi.wiring.package";
    private static final String SERVICE = "osgi.service";
    private static final String JAVA = "osgi.ee";

    private final BundleContext context;

    Requirements(BundleContext context) {
        this.context = context;
    }

    /** What keeps the bundle from resolving. */
    List<String> missing(PluginFile file) {
        Set<String> own =
                file.header(Constants.EXPORT_PACKAGE).stream()
                        .flatMap(clause -> clause.names().stream())
                        .collect(Collectors.toSet());
        Stream<String> packages =
                file.header(Constants.IMPORT_PACKAGE).stream()
                        .filter(clause -> !clause.isOptional())
                        .flatMap(clause -> missingPackages(clause, own).stream());
        Stream<String> bundles =
                file.header(Constants.REQUIRE_BUNDLE).stream()
                        .filter(clause -> !clause.isOptional())
                        .flatMap(clause -> missingBundle(clause).stream());
        Stream<String> capabilities =
                file.header(Constants.REQUIRE_CAPABILITY).stream()
                        .filter(clause -> !clause.isOptional() && isForResolving(clause))
                        .flatMap(clause -> missingCapability(clause).stream());
        return Stream.of(packages, bundles, capabilities).flatMap(all -> all).sorted().toList();
    }

    /** Services that the bundle wants and nobody offers now; it resolves all the same. */
    List<String> missingServices(PluginFile file) {
        return file.header(Constants.REQUIRE_CAPABILITY).stream()
                .filter(clause -> clause.name().equals(SERVICE) && !clause.isOptional())
                .map(clause -> filterOf(clause).orElse(""))
                .filter(filter -> !filter.isEmpty() && !isOffered(filter))
                .map(filter -> "no service " + filter + " is there now")
                .toList();
    }

    private boolean isOffered(String filter) {
        try {
            var found = context.getAllServiceReferences(null, filter);
            return found != null && found.length > 0;
        } catch (InvalidSyntaxException unreadable) {
            return true;
        }
    }

    private List<String> missingPackages(Clause clause, Set<String> own) {
        VersionRange range = VersionRange.valueOf(clause.range());
        return clause.names().stream()
                .filter(name -> !own.contains(name))
                .flatMap(name -> missingPackage(name, clause.range(), range).stream())
                .toList();
    }

    private Optional<String> missingPackage(String name, String wanted, VersionRange range) {
        Set<Version> here = new TreeSet<>();
        for (BundleCapability capability : offered(PACKAGE)) {
            if (name.equals(capability.getAttributes().get(PACKAGE))
                    && capability.getAttributes().get("version") instanceof Version version) {
                here.add(version);
            }
        }
        if (here.stream().anyMatch(range::includes)) {
            return Optional.empty();
        }
        return Optional.of(
                "package %s %s; %s"
                        .formatted(
                                name,
                                wanted,
                                here.isEmpty() ? "nobody offers it" : "here is " + words(here)));
    }

    private static String words(Collection<?> versions) {
        return versions.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private Optional<String> missingBundle(Clause clause) {
        VersionRange range = VersionRange.valueOf(clause.range());
        boolean there =
                Arrays.stream(context.getBundles())
                        .anyMatch(
                                bundle ->
                                        clause.name().equals(bundle.getSymbolicName())
                                                && range.includes(bundle.getVersion()));
        return there
                ? Optional.empty()
                : Optional.of("bundle %s %s".formatted(clause.name(), clause.range()));
    }

    private static boolean isForResolving(Clause clause) {
        return "resolve".equals(clause.directives().getOrDefault("effective", "resolve"));
    }

    private static Optional<String> filterOf(Clause clause) {
        return Optional.ofNullable(clause.directives().get("filter"));
    }

    private Optional<String> missingCapability(Clause clause) {
        String filter = filterOf(clause).orElse("");
        try {
            var wanted = filter.isEmpty() ? null : FrameworkUtil.createFilter(filter);
            boolean there =
                    offered(clause.name()).stream()
                            .anyMatch(
                                    capability ->
                                            wanted == null
                                                    || wanted.matches(capability.getAttributes()));
            String what = clause.name().equals(JAVA) ? "Java " : clause.name() + " ";
            return there ? Optional.empty() : Optional.of(what + filter);
        } catch (InvalidSyntaxException unreadable) {
            return Optional.of(clause.name() + " with the unreadable filter " + filter);
        }
    }

    private List<BundleCapability> offered(String namespace) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() >= Bundle.RESOLVED)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .flatMap(
                        revision ->
                                revision == null
                                        ? Stream.empty()
                                        : revision.getDeclaredCapabilities(namespace).stream())
                .toList();
    }
}
