/** Builders, fakes, contract tests and a container for the tests of plugins. */
@NullMarked
package org.hotdesk.testkit;

import org.jspecify.annotations.NullMarked;
