/** Tests of customers and visitors. */
@NullMarked
package org.hotdesk.customer;

import org.jspecify.annotations.NullMarked;
