package org.hotdesk.rest;

import java.util.Optional;

/**
 * What went wrong, as RFC 9457 has it, in the reader's language.
 *
 * @param type stable, {@code /problems/} and the code
 * @param code what programs and translations go by
 * @param field the input field at fault
 */
record Problem(
        String type, String title, int status, String detail, String code, Optional<String> field) {
    static final String MEDIA_TYPE = "application/problem+json";
}
