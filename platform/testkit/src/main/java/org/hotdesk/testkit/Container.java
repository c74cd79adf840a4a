package org.hotdesk.testkit;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.ops4j.pax.exam.Constants;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the tests of a class inside a real OSGi container, started once for the class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final Container container = Container.of(Path.of("target/hotdesk/bundles"));
 *
 * @Test
 * void it_is_there(BundleContext context) { … }
 * }</pre>
 *
 * <p>Test methods may take a {@link BundleContext}. Whatever the class does outside, such as the
 * work given to {@link #first}, is done in the JVM of the test as usual. Needs Pax Exam (spi,
 * container-native, link-assembly), the Felix framework and junit-platform-launcher among the
 * test's dependencies.
 */
public final class Container
        implements BeforeAllCallback, AfterAllCallback, InvocationInterceptor, ParameterResolver {
    private static final String FROM_TESTS =
            "org.junit.*,org.opentest4j,org.opentest4j.*,org.assertj.*,org.awaitility,"
                    + "org.awaitility.*,org.hamcrest,org.hamcrest.*,org.jspecify.*";

    private final Path bundles;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> packages = new ArrayList<>();
    private Optional<Runnable> first = Optional.empty();
    private Optional<TestContainer> running = Optional.empty();

    private Container(Path bundles) {
        this.bundles = bundles;
    }

    /**
     * A container of these bundles.
     *
     * @param bundles a folder with a folder for each start level, as the distribution has
     */
    public static Container of(Path bundles) {
        return new Container(bundles);
    }

    /** Sets a property of the framework. */
    public Container property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Exports a package of the test's class path, as {@code org.slf4j;version="2.0.20"}. */
    public Container exporting(String... clauses) {
        packages.addAll(List.of(clauses));
        return this;
    }

    /** Does this before the container starts. */
    public Container first(Runnable work) {
        first = Optional.of(work);
        return this;
    }

    private static boolean isInside() {
        return FrameworkUtil.getBundle(Container.class) != null;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (isInside()) {
            return;
        }
        first.ifPresent(Runnable::run);
        // Read from here before any option is.
        System.setProperty("pax.exam.logging", "none");
        System.setProperty("pax.exam.osgi.unresolved.fail", "true");
        ExamSystem system = PaxExamRuntime.createTestSystem(options());
        TestContainer container = PaxExamRuntime.createContainer(system);
        running = Optional.of(container);
        container.start();
        try (InputStream probe = Probe.of(context.getRequiredTestClass())) {
            container.installProbe(probe);
        }
    }

    private Option[] options() throws IOException {
        List<Option> options = new ArrayList<>();
        options.add(CoreOptions.cleanCaches());
        options.add(CoreOptions.frameworkProperty("org.osgi.framework.bundle.parent").value("app"));
        options.add(CoreOptions.bootDelegationPackage(FROM_TESTS));
        options.add(CoreOptions.systemPackages(packages.toArray(String[]::new)));
        properties.forEach(
                (name, value) -> options.add(CoreOptions.frameworkProperty(name).value(value)));
        int highest = Constants.START_LEVEL_TEST_BUNDLE;
        for (Path level : list(bundles)) {
            String name = level.getFileName().toString();
            if (name.matches("\\d+")) {
                highest = Math.max(highest, Integer.parseInt(name));
                for (Path jar : list(level)) {
                    String place = "reference:" + jar.toUri();
                    options.add(CoreOptions.bundle(place).startLevel(Integer.parseInt(name)));
                }
            }
        }
        options.add(CoreOptions.frameworkStartLevel(highest));
        return options.toArray(Option[]::new);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running.ifPresent(TestContainer::stop);
        running = Optional.empty();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        callInside(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        callInside(invocation, context);
    }

    private void callInside(Invocation<Void> invocation, ExtensionContext context)
            throws Throwable {
        if (isInside()) {
            invocation.proceed();
            return;
        }
        invocation.skip();
        // Pax Exam hands over no argument; both sides are one process.
        System.setProperty(Inside.TEST, context.getUniqueId());
        running.orElseThrow().call(Probe.address(context.getUniqueId()));
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        onlyInside(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation,
            ReflectiveInvocationContext<Method> method,
            ExtensionContext context)
            throws Throwable {
        onlyInside(invocation);
    }

    private static void onlyInside(Invocation<Void> invocation) throws Throwable {
        if (isInside()) {
            invocation.proceed();
        } else {
            invocation.skip();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(BundleContext.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return isInside()
                ? FrameworkUtil.getBundle(Container.class).getBundleContext()
                : NobodysContext.MADE;
    }

    /** Outside a test method is not run, but JUnit wants its parameters all the same. */
    private static final class NobodysContext {
        static final BundleContext MADE =
                (BundleContext)
                        Proxy.newProxyInstance(
                                Container.class.getClassLoader(),
                                new Class<?>[] {BundleContext.class},
                                (proxy, method, arguments) -> {
                                    throw new IllegalStateException("This is not a container.");
                                });
    }
}
