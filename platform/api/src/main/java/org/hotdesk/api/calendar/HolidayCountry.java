package org.hotdesk.api.calendar;

import org.hotdesk.api.Words;

/**
 * A country or a part of one whose public holidays are known.
 *
 * @param code as {@code CN} or {@code DE-BY}
 */
public record HolidayCountry(String code, Words name) {}
