/** Plays recorded conversations and measures: the command line. */
@NullMarked
package org.hotdesk.benchmark;

import org.jspecify.annotations.NullMarked;
