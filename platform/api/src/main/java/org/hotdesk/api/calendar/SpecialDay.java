package org.hotdesk.api.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day that a calendar names itself; it wins over the public holidays of a country.
 *
 * @param name what people call it
 * @param hoursOf the weekday whose hours it takes; empty for a day off
 */
public record SpecialDay(LocalDate day, String name, Optional<DayOfWeek> hoursOf) {}
