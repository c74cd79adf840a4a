/** The guard around every call into a plugin. */
@NullMarked
package org.hotdesk.extension;

import org.jspecify.annotations.NullMarked;
