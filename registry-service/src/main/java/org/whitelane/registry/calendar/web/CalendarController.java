package org.whitelane.registry.calendar.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.kernel.WorkingDayCalendar;
import org.whitelane.registry.calendar.CalendarImport;
import org.whitelane.registry.calendar.CalendarService;
import org.whitelane.registry.core.Act;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

@RestController
@RequestMapping("/api/v1/registry/calendars")
class CalendarController {

    private final CalendarService calendar;

    CalendarController(CalendarService calendar) {
        this.calendar = calendar;
    }

    @PostMapping
    @Operation(
            summary = "Load a year's public holidays and make-up workdays",
            description =
                    "The year is replaced as a whole, as the State Council's notice gives "
                            + "it, and gets a new version; the same days again are refused.")
    @Idempotent
    @PreAuthorize("hasRole('REGISTRAR')")
    ResponseEntity<CalendarView> add(
            @Body CalendarRequest request, Caller caller, IfMatch expected) {
        var faults = request.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        var outcome =
                calendar.importYear(
                        request.toYear(), request.source(), Act.by(caller.subject()), expected);
        return switch (outcome) {
            case CalendarImport.Imported(var year) ->
                    ResponseEntity.created(URI.create("/api/v1/registry/calendars/" + year.year()))
                            .body(CalendarView.from(year));
            case CalendarImport.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case CalendarImport.Unchanged(var year) ->
                    throw Problem.conflict(
                            "calendar-unchanged",
                            "Version %d of %d has the same days."
                                    .formatted(year.version(), year.year()));
        };
    }

    @GetMapping("/{year:\\d{4}}")
    @Operation(summary = "Read a year's holidays and make-up workdays")
    CalendarView one(@PathVariable int year) {
        return calendar.find(year)
                .map(CalendarView::from)
                .orElseThrow(() -> Problem.notFound("The calendar of " + year));
    }

    @GetMapping("/due-date")
    @Operation(
            summary = "Count working days from a day to the day that is due",
            description =
                    "`from` is day 0. Where a year's calendar is not loaded the answer is "
                            + "`provisional`: plain weekdays were counted there.")
    DueDateView dueDate(@RequestParam LocalDate from, @RequestParam int workingDays) {
        var faults = faults(from, workingDays);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return DueDateView.from(from, workingDays, calendar.dueDate(from, workingDays));
    }

    private static List<Fault> faults(LocalDate from, int workingDays) {
        var faults = new ArrayList<Fault>();
        if (from.getYear() < 1900 || from.getYear() > 2100) {
            faults.add(new Fault("?from", "out-of-range", "from should be from 1900 to 2100."));
        }
        if (workingDays < 0 || workingDays > WorkingDayCalendar.LONGEST_PERIOD) {
            faults.add(
                    new Fault(
                            "?workingDays",
                            "out-of-range",
                            "workingDays should be from 0 to %d."
                                    .formatted(WorkingDayCalendar.LONGEST_PERIOD)));
        }
        return faults;
    }
}
