/** Bundles, settings and health. */
@NullMarked
package org.hotdesk.admin;

import org.jspecify.annotations.NullMarked;
