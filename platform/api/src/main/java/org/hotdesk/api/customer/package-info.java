/** Visitors, where they came from, and the customer records they become. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.customer;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
