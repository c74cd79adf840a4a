/**
 * Pool, transactions, mappers, migrations and the event log: the one bundle that knows the
 * database.
 */
@NullMarked
package org.hotdesk.persistence;

import org.jspecify.annotations.NullMarked;
