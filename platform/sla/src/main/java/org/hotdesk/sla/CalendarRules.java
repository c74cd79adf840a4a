package org.hotdesk.sla;

import org.hotdesk.api.Fault;
import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.CalendarDetails;
import org.hotdesk.api.calendar.Hours;
import org.hotdesk.api.calendar.SpecialDay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may be said about a calendar. */
final class CalendarRules {
    static final int MOST_DAYS = 2_000;
    static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);
    private static final int MOST_HOURS = 12;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VIEW = 400;
    private static final int DAY = 24 * 60;

    private CalendarRules() {}

    static void check(CalendarDetails details, PublicHolidays holidays) {
        checkName("name", details.name());
        if (details.zone().getId().length() > 64) {
            throw Fault.invalid(
                    "zone", "zone-unknown", new Words("没有这个时区。", "This is no time zone."));
        }
        checkWeek(details);
        details.country()
                .filter(code -> code.length() > 20 || holidays.of(code).isEmpty())
                .ifPresent(
                        code -> {
                            throw Fault.invalid(
                                    "country",
                                    "country-unknown",
                                    new Words(
                                            "没有 " + code + " 的公共假期数据。",
                                            "No public holidays are known for " + code + "."));
                        });
        checkDays(details.days());
    }

    static void checkSpan(LocalDate from, LocalDate to) {
        if (from.isBefore(FIRST_DAY) || to.isAfter(LAST_DAY)) {
            throw Fault.invalid(
                    "from",
                    "day-out-of-range",
                    new Words("日期须在 1970 年至 2199 年之间。", "A calendar knows 1970 to 2199."));
        }
        if (to.isBefore(from) || from.plusDays(LONGEST_VIEW).isBefore(to)) {
            throw Fault.invalid(
                    "to",
                    "day-out-of-range",
                    new Words("一次最多查询 400 天。", "Ask for 1 to 400 days at once."));
        }
    }

    private static void checkName(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Fault.invalid(
                    field,
                    "name-length",
                    new Words("名称为 1 到 100 个字符。", "A name has 1 to 100 characters."));
        }
    }

    /** Some hours of a week in minutes since its Monday. */
    private record Span(DayOfWeek day, int index, int from, int to) {
        String field() {
            return "week." + day + "." + index;
        }
    }

    private static void checkWeek(CalendarDetails details) {
        List<Span> spans = new ArrayList<>();
        details.week()
                .forEach(
                        (day, hours) -> {
                            if (hours.size() > MOST_HOURS) {
                                throw Fault.invalid(
                                        "week." + day,
                                        "hours-too-many",
                                        new Words(
                                                "一天最多 12 个时段。",
                                                "A day has at most 12 spans of hours."));
                            }
                            for (int i = 0; i < hours.size(); i++) {
                                spans.add(span(day, i, hours.get(i)));
                            }
                        });
        spans.sort(Comparator.comparingInt(Span::from));
        for (int i = 1; i < spans.size(); i++) {
            checkApart(spans.get(i - 1).to(), spans.get(i));
        }
        if (!spans.isEmpty()) {
            checkApart(spans.getLast().to() - 7 * DAY, spans.getFirst());
        }
    }

    private static Span span(DayOfWeek day, int index, Hours hours) {
        int begin = (day.getValue() - 1) * DAY;
        int from = hours.from().toSecondOfDay() / 60;
        int to = hours.to().toSecondOfDay() / 60;
        return new Span(day, index, begin + from, begin + to + (to > from ? 0 : DAY));
    }

    private static void checkApart(int end, Span next) {
        if (end > next.from()) {
            throw Fault.invalid(
                    next.field(),
                    "hours-overlap",
                    new Words(
                            "这个时段在前一个时段结束之前就开始了。",
                            "These hours begin before the ones before them have ended."));
        }
    }

    private static void checkDays(List<SpecialDay> days) {
        if (days.size() > MOST_DAYS) {
            throw Fault.invalid(
                    "days",
                    "days-too-many",
                    new Words("自定的日子最多 2,000 天。", "A calendar has at most 2,000 days of its own."));
        }
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            SpecialDay each = days.get(i);
            checkName("days." + i + ".name", each.name());
            if (each.day().isBefore(FIRST_DAY) || each.day().isAfter(LAST_DAY)) {
                throw Fault.invalid(
                        "days." + i + ".day",
                        "day-out-of-range",
                        new Words("日期须在 1970 年至 2199 年之间。", "A calendar knows 1970 to 2199."));
            }
            if (!seen.add(each.day())) {
                throw Fault.invalid(
                        "days." + i + ".day",
                        "day-twice",
                        new Words(each.day() + " 重复了。", each.day() + " is there twice."));
            }
        }
    }
}
