package org.hotdesk.admin;

import org.hotdesk.api.Words;
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
import java.util.Comparator;
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
    List<Words> missing(PluginFile file) {
        Set<String> own =
                file.header(Constants.EXPORT_PACKAGE).stream()
                        .flatMap(clause -> clause.names().stream())
                        .collect(Collectors.toSet());
        Stream<Words> packages =
                file.header(Constants.IMPORT_PACKAGE).stream()
                        .filter(clause -> !clause.isOptional())
                        .flatMap(clause -> missingPackages(clause, own).stream());
        Stream<Words> bundles =
                file.header(Constants.REQUIRE_BUNDLE).stream()
                        .filter(clause -> !clause.isOptional())
                        .flatMap(clause -> missingBundle(clause).stream());
        Stream<Words> capabilities =
                file.header(Constants.REQUIRE_CAPABILITY).stream()
                        .filter(clause -> !clause.isOptional() && isForResolving(clause))
                        .flatMap(clause -> missingCapability(clause).stream());
        return Stream.of(packages, bundles, capabilities)
                .flatMap(all -> all)
                .sorted(Comparator.comparing(Words::en))
                .toList();
    }

    /** Services that the bundle wants and nobody offers now; it resolves all the same. */
    List<Words> missingServices(PluginFile file) {
        return file.header(Constants.REQUIRE_CAPABILITY).stream()
                .filter(clause -> clause.name().equals(SERVICE) && !clause.isOptional())
                .map(clause -> filterOf(clause).orElse(""))
                .filter(filter -> !filter.isEmpty() && !isOffered(filter))
                .map(
                        filter ->
                                new Words(
                                        "目前没有服务 " + filter,
                                        "no service " + filter + " is there now"))
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

    private List<Words> missingPackages(Clause clause, Set<String> own) {
        VersionRange range = VersionRange.valueOf(clause.range());
        return clause.names().stream()
                .filter(name -> !own.contains(name))
                .flatMap(name -> missingPackage(name, clause.range(), range).stream())
                .toList();
    }

    private Optional<Words> missingPackage(String name, String wanted, VersionRange range) {
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
        String versions = words(here);
        return Optional.of(
                here.isEmpty()
                        ? new Words(
                                "包 %s %s，没有提供者".formatted(name, wanted),
                                "package %s %s; nobody offers it".formatted(name, wanted))
                        : new Words(
                                "包 %s %s，现有 %s".formatted(name, wanted, versions),
                                "package %s %s; here is %s".formatted(name, wanted, versions)));
    }

    private static String words(Collection<?> versions) {
        return versions.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private Optional<Words> missingBundle(Clause clause) {
        VersionRange range = VersionRange.valueOf(clause.range());
        boolean there =
                Arrays.stream(context.getBundles())
                        .anyMatch(
                                bundle ->
                                        clause.name().equals(bundle.getSymbolicName())
                                                && range.includes(bundle.getVersion()));
        String wanted = clause.name() + " " + clause.range();
        return there
                ? Optional.empty()
                : Optional.of(new Words("组件 " + wanted, "bundle " + wanted));
    }

    private static boolean isForResolving(Clause clause) {
        return "resolve".equals(clause.directives().getOrDefault("effective", "resolve"));
    }

    private static Optional<String> filterOf(Clause clause) {
        return Optional.ofNullable(clause.directives().get("filter"));
    }

    private Optional<Words> missingCapability(Clause clause) {
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
            return there ? Optional.empty() : Optional.of(Words.same(what + filter));
        } catch (InvalidSyntaxException unreadable) {
            return Optional.of(
                    new Words(
                            clause.name() + " 的过滤条件无法读取：" + filter,
                            clause.name() + " with the unreadable filter " + filter));
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
