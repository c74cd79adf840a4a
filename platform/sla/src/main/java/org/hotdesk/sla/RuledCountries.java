package org.hotdesk.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.HolidayCountry;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Countries whose public holidays follow from rules, as a library knows them. */
final class RuledCountries {
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final ChineseNames chinese = new ChineseNames();
    private final Map<String, OfficialDays> known = new ConcurrentHashMap<>();

    List<HolidayCountry> list() {
        return inBundle(HolidayManager::getSupportedCalendarCodes).stream()
                .filter(code -> code.length() == 2)
                .map(code -> new HolidayCountry(code, country(code)))
                .toList();
    }

    /** Empty for a country that is not there. */
    List<HolidayCountry> parts(String country) {
        return inBundle(
                () ->
                        HolidayManager.getSupportedCalendarCodes().contains(country)
                                ? hierarchy(country).getChildren().values().stream()
                                        .map(each -> part(country, each))
                                        .toList()
                                : List.of());
    }

    private static HolidayCountry part(String country, CalendarHierarchy part) {
        String name = part.getDescription(Locale.ROOT);
        return new HolidayCountry(
                country + "-" + part.getId().toUpperCase(Locale.ROOT), new Words(name, name));
    }

    private static Words country(String code) {
        Locale place = Locale.of("", code);
        return new Words(place.getDisplayCountry(CHINESE), place.getDisplayCountry(Locale.ENGLISH));
    }

    private static CalendarHierarchy hierarchy(String code) {
        return HolidayManager.getInstance(ManagerParameters.create(code)).getCalendarHierarchy();
    }

    /** The library writes parts small. */
    private static String part(String code) {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The days of one country or part; empty when the library has none. */
    Optional<OfficialDays> of(String code) {
        return Optional.ofNullable(known.computeIfAbsent(code, this::find));
    }

    private @Nullable OfficialDays find(String code) {
        String[] parts = code.split("-", 2);
        return inBundle(
                () -> {
                    if (!HolidayManager.getSupportedCalendarCodes().contains(parts[0])) {
                        return null;
                    }
                    boolean there =
                            parts.length == 1
                                    || hierarchy(parts[0])
                                            .getChildren()
                                            .containsKey(part(parts[1]));
                    return there ? new Rules(parts) : null;
                });
    }

    /** The library looks for its parts with the thread's class loader. */
    private static <T extends @Nullable Object> T inBundle(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RuledCountries.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The rules of one country or part. */
    private final class Rules implements OfficialDays {
        private final HolidayManager manager;
        private final String[] part;
        private final Map<Integer, OfficialYear> years = new ConcurrentHashMap<>();

        Rules(String[] code) {
            manager = HolidayManager.getInstance(ManagerParameters.create(code[0]));
            part = code.length == 1 ? new String[0] : new String[] {part(code[1])};
        }

        @Override
        public OfficialYear of(int year) {
            return years.computeIfAbsent(year, this::reckon);
        }

        private OfficialYear reckon(int year) {
            return inBundle(
                    () -> {
                        Map<LocalDate, Words> off = new HashMap<>();
                        for (Holiday each : manager.getHolidays(Year.of(year), part)) {
                            if (each.getType() != HolidayType.OBSERVANCE) {
                                off.put(each.getActualDate(), name(each));
                                off.put(each.getDate(), name(each));
                            }
                        }
                        return new OfficialYear(off, Map.of());
                    });
        }

        private Words name(Holiday holiday) {
            String english = holiday.getDescription(Locale.ROOT);
            return new Words(chinese.of(holiday.getPropertiesKey()).orElse(english), english);
        }

        @Override
        public boolean knows(int year) {
            return true;
        }
    }
}
