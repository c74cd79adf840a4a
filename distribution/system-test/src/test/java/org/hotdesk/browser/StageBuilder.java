package org.hotdesk.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Sets up one stage for all browser tests, and clears it after each. */
final class StageBuilder implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace HERE = Namespace.create(StageBuilder.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.executable().isPresent()) {
            return ConditionEvaluationResult.enabled("a Chromium is installed");
        }
        context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(
                        "said",
                        key -> {
                            System.out.println(Chromium.MISSING);
                            return true;
                        });
        return ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var stage = context.getRoot().getStore(HERE).get(Stage.class, Stage.class);
        if (stage == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            stage.photograph(context.getRequiredTestMethod().getName());
        }
        stage.clear();
    }
}
