/** Plays recorded conversations through a server and compares what it kept. */
@NullMarked
package org.hotdesk.benchmark.replay;

import org.jspecify.annotations.NullMarked;
