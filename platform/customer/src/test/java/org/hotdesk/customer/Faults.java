package org.hotdesk.customer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hotdesk.api.Fault;

/** Reads in tests as: refused with this kind of fault. */
final class Faults {
    private Faults() {}

    static AbstractObjectAssert<?, Fault> assertRefused(
            Fault.Category category, ThrowingCallable request) {
        return assertThatThrownBy(request)
                .asInstanceOf(type(Fault.class))
                .matches(fault -> fault.category() == category, "is " + category);
    }
}
