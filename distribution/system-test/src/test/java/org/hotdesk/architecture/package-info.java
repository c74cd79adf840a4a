/** Who sees whom, read from the manifests of the assembled server. */
@NullMarked
package org.hotdesk.architecture;

import org.jspecify.annotations.NullMarked;
