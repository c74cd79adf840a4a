/** Tests of customers in the server's own database. */
@NullMarked
package org.hotdesk.crm.sql;

import org.jspecify.annotations.NullMarked;
