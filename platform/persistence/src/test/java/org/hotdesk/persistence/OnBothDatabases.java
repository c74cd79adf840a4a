package org.hotdesk.persistence;

import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs each test of a class, or one method in place of {@code @Test}, once on H2 and once on a real
 * MariaDB. Constructors, set-up methods and tests get a {@link TestDatabase} as parameter; it is
 * empty at the start of each test.
 */
@ClassTemplate
@TestTemplate
@ExtendWith(BothDatabases.class)
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface OnBothDatabases {}
