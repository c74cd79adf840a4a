package org.hotdesk.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs one test inside the container; called by Pax Exam by name. */
public final class Inside {

    /** System property with the JUnit id of the test to run. */
    static final String TEST = "org.hotdesk.testkit.test";

    /** Runs one test, and throws what it throws. */
    public void run() throws Throwable {
        String test = System.getProperty(TEST, "");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Inside.class.getClassLoader());
        try {
            Launcher launcher =
                    LauncherFactory.create(
                            LauncherConfig.builder()
                                    .enableTestEngineAutoRegistration(false)
                                    .enableLauncherSessionListenerAutoRegistration(false)
                                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                                    .enablePostDiscoveryFilterAutoRegistration(false)
                                    .enableTestExecutionListenerAutoRegistration(false)
                                    .addTestEngines(new JupiterTestEngine())
                                    .build());
            LauncherDiscoveryRequest request =
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectUniqueId(test))
                            .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            launcher.execute(request, listener);
            check(listener.getSummary(), test);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static void check(TestExecutionSummary summary, String test) throws Throwable {
        if (!summary.getFailures().isEmpty()) {
            throw summary.getFailures().getFirst().getException();
        }
        if (summary.getTestsSucceededCount() == 0) {
            throw new IllegalStateException("No test ran inside the container for " + test);
        }
    }
}
