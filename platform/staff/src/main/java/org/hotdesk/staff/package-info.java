/** The people who answer: agents, teams, skills, presence, load and sign-in. */
@NullMarked
package org.hotdesk.staff;

import org.jspecify.annotations.NullMarked;
