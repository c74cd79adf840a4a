/** How a bundle keeps its own tables: transactions, mappers, migrations. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
