/**
 * The assembled server as its operators know it: by its commands, its interfaces and its crashes.
 */
@NullMarked
package org.hotdesk.blackbox;

import org.jspecify.annotations.NullMarked;
