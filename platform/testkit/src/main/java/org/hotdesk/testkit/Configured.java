package org.hotdesk.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;

/** Makes a component as the container would, from its settings by name and the services given. */
public final class Configured {
    private Configured() {}

    /**
     * A component through its one public constructor.
     *
     * @param settings by the names of the methods of its {@code @interface}; what is missing has
     *     its default
     * @param services what it refers to
     */
    public static <C> C component(Class<C> type, Map<String, Object> settings, Object... services) {
        Constructor<?> constructor = type.getConstructors()[0];
        Object[] arguments =
                Arrays.stream(constructor.getParameterTypes())
                        .map(parameter -> argument(parameter, settings, services))
                        .toArray();
        try {
            return type.cast(constructor.newInstance(arguments));
        } catch (InvocationTargetException thrown) {
            throw new IllegalStateException(type + " does not start", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalArgumentException(type + " cannot be made", impossible);
        }
    }

    private static Object argument(
            Class<?> parameter, Map<String, Object> settings, Object... services) {
        if (parameter.isAnnotation()) {
            return Proxy.newProxyInstance(
                    parameter.getClassLoader(),
                    new Class<?>[] {parameter},
                    (self, method, none) -> setting(parameter, method, settings));
        }
        return Arrays.stream(services)
                .filter(parameter::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Give it a " + parameter));
    }

    private static Object setting(Class<?> type, Method method, Map<String, Object> settings) {
        if (method.getDeclaringClass() == Annotation.class
                && method.getName().equals("annotationType")) {
            return type;
        }
        return settings.getOrDefault(method.getName(), method.getDefaultValue());
    }
}
