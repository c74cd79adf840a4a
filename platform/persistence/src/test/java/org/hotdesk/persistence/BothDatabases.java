package org.hotdesk.persistence;

import org.hotdesk.persistence.DatabaseUrl.Kind;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

import java.util.List;
import java.util.stream.Stream;

/** Doubles tests: one run for each database. */
final class BothDatabases
        implements ClassTemplateInvocationContextProvider, TestTemplateInvocationContextProvider {

    /** One of the two runs. */
    private record On(Kind kind)
            implements ClassTemplateInvocationContext, TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return kind == Kind.H2 ? "H2" : "MariaDB";
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new Provided(kind));
        }

        @Override
        public void prepareInvocation(ExtensionContext context) {
            // Both interfaces bring one that does nothing; Java wants it said which.
        }
    }

    /** Hands the database out, empty. */
    private record Provided(Kind kind)
            implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return database(context);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            database(context).reset();
        }

        @Override
        public void afterEach(ExtensionContext context) {
            database(context).rest();
        }

        /** One a test class, closed when all its tests are done. */
        private TestDatabase database(ExtensionContext context) {
            ExtensionContext whole = context;
            while (whole.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
                whole = whole.getParent().orElseThrow();
            }
            return whole.getStore(ExtensionContext.Namespace.create(BothDatabases.class))
                    .computeIfAbsent(kind, TestDatabase::open, TestDatabase.class);
        }
    }

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<On> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(Kind.values()).map(On::new);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), OnBothDatabases.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
            ExtensionContext context) {
        return Stream.of(Kind.values()).map(On::new);
    }
}
