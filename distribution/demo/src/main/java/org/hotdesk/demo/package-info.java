/** Sample data and a small shop to try Hotdesk with; only demo mode starts this bundle. */
@NullMarked
package org.hotdesk.demo;

import org.jspecify.annotations.NullMarked;
