package org.hotdesk.conversation;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

import java.time.Duration;
import java.time.Instant;

/**
 * The order of service: by priority, and by age. Each step of priority counts as so many seconds of
 * waiting, so a conversation's turn is fixed when it begins: {@code turn = queuedAt − priority ×
 * ageing}. Equal priorities are first come, first served, and nobody starves: one of priority p is
 * overtaken only by what comes within (q − p) × ageing after it with a higher priority q.
 */
@Component(service = Turns.class, configurationPid = "org.hotdesk.conversation")
@Designate(ocd = Turns.Config.class)
public final class Turns {
    private volatile Duration ageing;

    /** What a step of priority is worth. */
    @ObjectClassDefinition(
            localization = "OSGI-INF/l10n/settings",
            name = "%name",
            description = "%description")
    @interface Config {
        @AttributeDefinition(
                name = "%ageingSeconds",
                description = "%ageingSeconds.description",
                min = "0",
                max = "86400")
        int ageingSeconds() default 60;
    }

    @Activate
    public Turns(Config config) {
        ageing = ageing(config);
    }

    @Modified
    void change(Config config) {
        ageing = ageing(config);
    }

    private static Duration ageing(Config config) {
        return Duration.ofSeconds(Math.clamp(config.ageingSeconds(), 0, 86_400));
    }

    Instant of(Instant queuedAt, int priority) {
        return queuedAt.minus(ageing.multipliedBy(priority));
    }
}
