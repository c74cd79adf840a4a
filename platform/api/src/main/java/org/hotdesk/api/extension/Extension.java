package org.hotdesk.api.extension;

import org.osgi.service.component.annotations.ComponentPropertyType;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a plugin's component. Settings and plans go by this name, never by a class.
 *
 * <p>Where several bundles offer the same point under the same name, the one of the highest bundle
 * version answers, among equals the one that came last.
 */
@ComponentPropertyType
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Extension {
    /** Lower-case words with hyphens, such as {@code round-robin}; one per extension point. */
    String value();
}
