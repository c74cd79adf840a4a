package org.hotdesk.api.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The SQL of a mapper method that reads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Query {
    /**
     * One statement that H2 (in MariaDB mode) and MariaDB both know; lines are joined by a space.
     */
    String[] value();
}
