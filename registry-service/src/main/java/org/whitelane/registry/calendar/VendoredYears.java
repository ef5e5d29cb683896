package org.whitelane.registry.calendar;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.whitelane.kernel.CalendarYear;
import org.whitelane.registry.core.Act;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Imports the years that come with the suite, each once: what an officer corrected since is never
 * put back.
 */
@Component
class VendoredYears implements ApplicationRunner {

    private final CalendarService calendar;
    private final JsonMapper json;

    VendoredYears(CalendarService calendar, JsonMapper json) {
        this.calendar = calendar;
        this.json = json;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        try (var file = new ClassPathResource("calendar/cn-working-days.json").getInputStream()) {
            for (var year : json.readValue(file, Vendored.class).years()) {
                if (calendar.find(year.year()).isEmpty()) {
                    var days = new CalendarYear(year.year(), year.holidays(), year.workdays());
                    calendar.importYear(days, year.source(), Act.SYSTEM, _ -> true);
                }
            }
        }
    }

    record Vendored(String source, String licence, List<Year> years) {}

    record Year(int year, String source, Set<LocalDate> holidays, Set<LocalDate> workdays) {}
}
