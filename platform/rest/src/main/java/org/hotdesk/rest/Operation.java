package org.hotdesk.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a resource method does, for readers of the OpenAPI document and for its status. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Operation {
    /** One sentence. */
    String value();

    /** The status when all went well; 204 where the method answers nothing. */
    int status() default 200;

    /** What the answer holds, where the method's own type does not say. */
    Class<?> answer() default void.class;

    /** Who may ask. */
    Who who() default Who.STAFF;

    /** Who may ask for something. */
    enum Who {
        /** Signed-in staff. */
        STAFF,
        /** Signed-in staff, or a visitor. */
        STAFF_OR_VISITOR,
        /** A visitor. */
        VISITOR,
        /** Anybody. */
        ANYBODY
    }
}
