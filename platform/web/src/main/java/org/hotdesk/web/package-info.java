/** Serves the console, the widget, plugins' panels and the start page as static files. */
@NullMarked
package org.hotdesk.web;

import org.jspecify.annotations.NullMarked;
