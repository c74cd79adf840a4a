/** Agents, teams, skills, presence and sign-in. */
@NullMarked
@Version("1.0.0")
package org.hotdesk.api.staff;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
