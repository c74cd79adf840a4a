package org.hotdesk.sla;

import org.hotdesk.api.Words;
import org.hotdesk.api.calendar.HolidayCountry;
import org.osgi.service.component.annotations.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whose public holidays are known: mainland China by its notices, others by rules. */
@Component(service = PublicHolidays.class)
public final class PublicHolidays {
    private static final String CHINA = "CN";
    private static final Comparator<HolidayCountry> BY_NAME =
            Comparator.comparing(country -> country.name().en());

    private final OfficialDays china = new ChinaNotices();
    private final RuledCountries others = new RuledCountries();

    /** Countries by English name. */
    List<HolidayCountry> countries() {
        List<HolidayCountry> all = new ArrayList<>(others.list());
        all.removeIf(country -> country.code().equals(CHINA));
        all.add(new HolidayCountry(CHINA, new Words("中国大陆", "China (mainland)")));
        all.sort(BY_NAME);
        return all;
    }

    /** The parts of a country that have days of their own, by English name. */
    List<HolidayCountry> parts(String country) {
        return country.equals(CHINA)
                ? List.of()
                : others.parts(country).stream().sorted(BY_NAME).toList();
    }

    /** What a country says; empty when nothing is known of it. */
    Optional<OfficialDays> of(String code) {
        return code.equals(CHINA) ? Optional.of(china) : others.of(code);
    }
}
