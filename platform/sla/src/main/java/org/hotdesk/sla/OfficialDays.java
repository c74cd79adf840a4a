package org.hotdesk.sla;

import org.hotdesk.api.Words;

import java.time.LocalDate;
import java.util.Map;

/** What a country says about the days of its years. */
interface OfficialDays {

    /** The days of one year. */
    OfficialYear of(int year);

    /**
     * Whether the country has said, or a rule tells, which days these are; else all weeks of the
     * year are as usual.
     */
    boolean knows(int year);

    /**
     * The days of a year that are not as their weekday.
     *
     * @param off days off
     * @param worked days of rest that are worked
     */
    record OfficialYear(Map<LocalDate, Words> off, Map<LocalDate, Words> worked) {
        static final OfficialYear USUAL = new OfficialYear(Map.of(), Map.of());

        public OfficialYear {
            off = Map.copyOf(off);
            worked = Map.copyOf(worked);
        }
    }
}
