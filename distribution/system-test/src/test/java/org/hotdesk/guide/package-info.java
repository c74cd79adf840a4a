/** The guide for plugin authors, followed to the letter. */
@NullMarked
package org.hotdesk.guide;

import org.jspecify.annotations.NullMarked;
