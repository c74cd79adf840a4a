/** A small client of the public interfaces, made for many connections. */
@NullMarked
package org.hotdesk.benchmark.client;

import org.jspecify.annotations.NullMarked;
