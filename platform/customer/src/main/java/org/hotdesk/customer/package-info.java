/** The people on the site, where they came from, and the customer records they become. */
@NullMarked
package org.hotdesk.customer;

import org.jspecify.annotations.NullMarked;
