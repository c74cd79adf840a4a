package org.hotdesk.persistence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * Lets Jackson write the records of the contract without an annotation of its own: a record whose
 * only component is {@code value} (an id) as that value, a sealed type with its kind in {@code
 * type}.
 */
final class RecordsAsTheyAre extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static boolean isValue(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }

    /** The events themselves are told apart by a column. */
    private static boolean isKind(Class<?> type) {
        return type.isSealed() && type.isInterface() && type != org.hotdesk.api.event.Event.class;
    }

    @Override
    public @Nullable Boolean hasAsValue(Annotated member) {
        return (member instanceof AnnotatedMethod method
                        && isValue(method.getDeclaringClass())
                        && method.getName().equals("value"))
                ? Boolean.TRUE
                : super.hasAsValue(member);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(
            MapperConfig<?> config, Annotated member) {
        return (member instanceof AnnotatedConstructor constructor
                        && isValue(constructor.getDeclaringClass())
                        && constructor.getParameterCount() == 1)
                ? JsonCreator.Mode.DELEGATING
                : super.findCreatorAnnotation(config, member);
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
            MapperConfig<?> config, Annotated type) {
        return kindOf(type.getRawType()) == null
                ? super.findPolymorphicTypeInfo(config, type)
                : JsonTypeInfo.Value.construct(
                        JsonTypeInfo.Id.NAME,
                        JsonTypeInfo.As.PROPERTY,
                        "type",
                        null,
                        false,
                        null,
                        null);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated type) {
        return isKind(type.getRawType())
                ? Arrays.stream(type.getRawType().getPermittedSubclasses())
                        .map(kind -> new NamedType(kind, kind.getSimpleName()))
                        .toList()
                : super.findSubtypes(type);
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass type) {
        return kindOf(type.getRawType()) == null
                ? super.findTypeName(type)
                : type.getRawType().getSimpleName();
    }

    private static @Nullable Class<?> kindOf(Class<?> type) {
        if (isKind(type)) {
            return type;
        }
        return Arrays.stream(type.getInterfaces())
                .filter(RecordsAsTheyAre::isKind)
                .findFirst()
                .orElse(null);
    }
}
