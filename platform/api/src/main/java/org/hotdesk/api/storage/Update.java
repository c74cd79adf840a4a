package org.hotdesk.api.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL of a mapper method that writes. The method returns nothing, the number of rows as {@code
 * int}, whether there were any as {@code boolean}, or the generated key as {@code long}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Update {
    /**
     * One statement that H2 (in MariaDB mode) and MariaDB both know; lines are joined by a space.
     */
    String[] value();

    /** Whether the method returns the key that the database gave to the inserted row. */
    boolean generatesKey() default false;
}
