/** Starts, stops and watches the server: commands, settings, logs and the OSGi framework. */
@NullMarked
package org.hotdesk.launcher;

import org.jspecify.annotations.NullMarked;
