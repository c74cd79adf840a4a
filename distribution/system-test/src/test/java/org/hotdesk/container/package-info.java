/** The life of plugins inside a real container, made of the assembled server's bundles. */
@NullMarked
package org.hotdesk.container;

import org.jspecify.annotations.NullMarked;
