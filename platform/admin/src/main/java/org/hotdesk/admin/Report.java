package org.hotdesk.admin;

import org.hotdesk.api.Words;
import org.hotdesk.api.admin.BundleInfo;
import org.hotdesk.api.admin.BundleInfo.Failing;
import org.hotdesk.api.admin.BundleInfo.LastError;
import org.hotdesk.api.admin.BundleState;
import org.hotdesk.api.admin.DryRun;
import org.hotdesk.api.extension.ExtensionState;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Shows bundles as administrators see them. */
final class Report {
    private static final String OURS = "org.hotdesk.";
    private static final String API = "org.hotdesk.api";

    private final Starter starter;
    private final Supplier<List<ExtensionState>> states;

    /**
     * Reports on bundles.
     *
     * @param states how the extensions are doing, as the guard has it
     */
    Report(Starter starter, Supplier<List<ExtensionState>> states) {
        this.starter = starter;
        this.states = states;
    }

    /** Whether a bundle of this name is part of Hotdesk, when it is no plugin. */
    static boolean isOurs(Bundle bundle) {
        return bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(OURS);
    }

    BundleInfo plugin(Plugin plugin) {
        Bundle bundle = plugin.current().bundle();
        PluginFile file = plugin.current().kept();
        Components.Reading reading = starter.components().read(bundle);
        List<Words> missing =
                plugin.isUnresolved() ? starter.requirements().missing(file) : reading.missing();
        Optional<LastError> error = plugin.lastError().or(() -> error(bundle, reading));
        BundleState state =
                plugin.failure().isPresent() && !plugin.isUnresolved()
                        ? BundleState.FAILED
                        : state(bundle, reading);
        return new BundleInfo(
                plugin.name(),
                file.title(),
                plugin.current().version(),
                state,
                false,
                Offers.of(bundle),
                needs(bundle),
                missing,
                error,
                failing(plugin.name(), plugin.current().version()),
                plugin.previous().map(Plugin.Installed::version));
    }

    BundleInfo platform(Bundle bundle) {
        Components.Reading reading = starter.components().read(bundle);
        return new BundleInfo(
                bundle.getSymbolicName(),
                header(bundle, Constants.BUNDLE_NAME).orElse(bundle.getSymbolicName()),
                bundle.getVersion().toString(),
                state(bundle, reading),
                true,
                Offers.of(bundle),
                needs(bundle),
                reading.missing(),
                error(bundle, reading),
                failing(bundle.getSymbolicName(), bundle.getVersion().toString()),
                Optional.empty());
    }

    /** A file in the folder that is no bundle. */
    BundleInfo broken(String file, LastError error) {
        return new BundleInfo(
                file,
                file,
                "",
                BundleState.FAILED,
                false,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(error),
                List.of(),
                Optional.empty());
    }

    /** What fails of the version that is here now; one before it has nothing to do with it. */
    private List<Failing> failing(String bundle, String version) {
        return states.get().stream()
                .filter(state -> state.extension().bundle().equals(bundle))
                .filter(state -> state.extension().version().equals(version))
                .flatMap(state -> failing(state).stream())
                .toList();
    }

    private static Optional<Failing> failing(ExtensionState state) {
        String point = state.point().substring(state.point().lastIndexOf('.') + 1);
        return state.lastFailure()
                .filter(last -> state.failing() > 0)
                .map(
                        last ->
                                new Failing(
                                        point + " " + state.extension().extension(),
                                        state.failing(),
                                        state.cutOff(),
                                        new LastError(last.at(), last.reason())));
    }

    DryRun check(PluginFile file, Optional<Plugin> installed) {
        List<Words> missing = starter.requirements().missing(file);
        List<String> stops = new ArrayList<>();
        List<Words> warnings = new ArrayList<>(starter.requirements().missingServices(file));
        if (installed.isPresent()) {
            stops.addAll(Offers.of(installed.get().current().bundle()));
            stops.removeAll(DeclaredExtensions.of(file));
            int order = file.version().compareTo(installed.get().current().kept().version());
            if (order < 0) {
                warnings.add(new Words("比现有的版本旧", "it is older than the version that is here"));
            } else if (order == 0) {
                warnings.add(new Words("同一版本已经安装", "the same version is here already"));
            }
        }
        return new DryRun(
                file.name(),
                file.version().toString(),
                installed.map(plugin -> plugin.current().version()),
                missing.isEmpty(),
                missing,
                stops,
                warnings);
    }

    private static BundleState state(Bundle bundle, Components.Reading reading) {
        return switch (bundle.getState()) {
            case Bundle.UNINSTALLED, Bundle.INSTALLED -> BundleState.UNRESOLVED;
            case Bundle.RESOLVED, Bundle.STOPPING ->
                    isFragment(bundle) ? BundleState.ACTIVE : BundleState.STOPPED;
            default -> reading.isFine() ? BundleState.ACTIVE : BundleState.FAILED;
        };
    }

    private static boolean isFragment(Bundle bundle) {
        return header(bundle, Constants.FRAGMENT_HOST).isPresent();
    }

    private static Optional<LastError> error(Bundle bundle, Components.Reading reading) {
        return reading.failures().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LastError(
                                Instant.ofEpochMilli(bundle.getLastModified()),
                                Words.list(reading.failures())));
    }

    private static Optional<String> header(Bundle bundle, String name) {
        return Optional.ofNullable(bundle.getHeaders("").get(name));
    }

    private static List<String> needs(Bundle bundle) {
        Stream<String> packages =
                Clause.parse(header(bundle, Constants.IMPORT_PACKAGE).orElse("")).stream()
                        .flatMap(
                                clause ->
                                        clause.names().stream()
                                                .filter(name -> name.startsWith(API))
                                                .map(name -> name + " " + clause.range()));
        Stream<String> services =
                Clause.parse(header(bundle, Constants.REQUIRE_CAPABILITY).orElse("")).stream()
                        .filter(clause -> clause.name().equals("osgi.service"))
                        .filter(clause -> !clause.isOptional())
                        .map(clause -> clause.directives().getOrDefault("filter", ""))
                        .filter(filter -> filter.startsWith("(objectClass="))
                        .map(filter -> filter.replaceAll("\\(objectClass=|\\)", ""))
                        .filter(type -> !type.startsWith(bundle.getSymbolicName() + "."))
                        .map(type -> "service " + type);
        return Stream.concat(packages, services).distinct().sorted().toList();
    }
}
