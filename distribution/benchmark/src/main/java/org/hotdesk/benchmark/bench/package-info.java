/** Figures, each beside a baseline of the same run. */
@NullMarked
package org.hotdesk.benchmark.bench;

import org.jspecify.annotations.NullMarked;
