package org.hotdesk.sla;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.util.CompatibilityHints;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.CalendarFiles.Skipped;
import org.hotdesk.api.calendar.SpecialDay;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the days of an iCalendar file. */
final class IcalReader {
    static final String HOURS_OF = "X-HOTDESK-HOURS-OF";
    private static final int MOST_SKIPPED = 20;
    private static final int LONGEST_NAME = 100;

    /** Where a day comes often enough to be one; others are no days. */
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    private final LocalDate lastDay;
    private final Map<LocalDate, SpecialDay> days = new TreeMap<>();
    private final List<Skipped> skipped = new ArrayList<>();

    /**
     * A reader.
     *
     * @param lastDay until which recurring events are followed
     */
    IcalReader(LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    /** The days of the file, in order. */
    List<SpecialDay> days() {
        return List.copyOf(days.values());
    }

    List<Skipped> skipped() {
        return skipped;
    }

    void read(String text) {
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_PARSING, true);
        CompatibilityHints.setHintEnabled(CompatibilityHints.KEY_RELAXED_UNFOLDING, true);
        try {
            Calendar file = new CalendarBuilder().build(new StringReader(text));
            file.<VEvent>getComponents(Component.VEVENT).forEach(this::read);
        } catch (ParserException | IOException | IllegalArgumentException unreadable) {
            throw Fault.invalid(
                    "file",
                    "bad-icalendar",
                    new Words(
                            "这不是 iCalendar 文件：" + unreadable.getMessage(),
                            "This is no iCalendar file: " + unreadable.getMessage()));
        }
    }

    private void read(VEvent event) {
        String name = name(event);
        Optional<LocalDate> first = firstDay(event);
        boolean cancelled =
                event.getProperty(Property.STATUS)
                        .filter(status -> status.getValue().equalsIgnoreCase("CANCELLED"))
                        .isPresent();
        if (cancelled) {
            skip(name, "cancelled");
        } else if (event.getProperty(Property.DTSTART).isEmpty()) {
            skip(name, "no-start");
        } else if (first.isEmpty() || !isByDays(event)) {
            skip(name, "not-all-day");
        } else if (!take(event, name)) {
            skip(name, "out-of-range");
        }
    }

    private static String name(VEvent event) {
        String name =
                event.getProperty(Property.SUMMARY).map(Property::getValue).orElse("").strip();
        String shown = name.isEmpty() ? "–" : name;
        return shown.length() > LONGEST_NAME ? shown.substring(0, LONGEST_NAME) : shown;
    }

    /** Empty when it begins at a time of day, or in a zone that nobody knows. */
    private static Optional<LocalDate> firstDay(VEvent event) {
        try {
            Optional<DtStart<Temporal>> start = event.getProperty(Property.DTSTART);
            return start.map(DtStart::getDate)
                    .filter(LocalDate.class::isInstance)
                    .map(LocalDate.class::cast);
        } catch (DateTimeException unknownZone) {
            return Optional.empty();
        }
    }

    private static boolean isByDays(VEvent event) {
        Optional<RRule<LocalDate>> rule = event.getProperty(Property.RRULE);
        return rule.map(RRule::getRecur).filter(recur -> !isByDays(recur)).isEmpty();
    }

    private static boolean isByDays(Recur<LocalDate> recur) {
        return FREQUENCIES.contains(recur.getFrequency().name())
                && recur.getHourList().isEmpty()
                && recur.getMinuteList().isEmpty()
                && recur.getSecondList().isEmpty();
    }

    private boolean take(VEvent event, String name) {
        Optional<DayOfWeek> hoursOf =
                event.getProperty(HOURS_OF).flatMap(given -> weekday(given.getValue()));
        Set<Period<LocalDate>> times =
                event.calculateRecurrenceSet(new Period<>(CalendarRules.FIRST_DAY, lastDay));
        boolean taken = false;
        for (Period<LocalDate> time : times) {
            LocalDate end = time.getEnd();
            LocalDate day = time.getStart();
            do {
                if (!day.isBefore(CalendarRules.FIRST_DAY) && !day.isAfter(lastDay)) {
                    days.put(day, new SpecialDay(day, name, hoursOf));
                    checkNumber();
                    taken = true;
                }
                day = day.plusDays(1);
            } while (day.isBefore(end));
        }
        return taken;
    }

    private void checkNumber() {
        if (days.size() > CalendarRules.MOST_DAYS) {
            throw Fault.invalid(
                    "file",
                    "days-too-many",
                    new Words("自定的日子最多 2,000 天。", "A calendar has at most 2,000 days of its own."));
        }
    }

    private static Optional<DayOfWeek> weekday(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (text.length() >= 2 && day.name().startsWith(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private void skip(String name, String reason) {
        if (skipped.size() < MOST_SKIPPED) {
            skipped.add(new Skipped(name, reason));
        }
    }
}
