/** The REST interface under {@code /api/v1}: thin resources that call the services of api. */
@NullMarked
package org.hotdesk.rest;

import org.jspecify.annotations.NullMarked;
