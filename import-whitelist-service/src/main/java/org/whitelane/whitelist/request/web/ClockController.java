package org.whitelane.whitelist.request.web;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.web.Edge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** What the clock of a request shows, on any day. */
@RestController
@RequestMapping("/api/v1/whitelist/requests/{id}/clock")
class ClockController {

    private final CaseReader reader;
    private final Clock clock;

    ClockController(CaseReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "Read how a request's legal time has run",
            description =
                    "Each interval with who held it and by which rule, in working days of the"
                            + " loaded calendar.")
    ClockView read(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Caller caller) {
        return reader.find(id, Edge.officer(caller))
                .map(seen -> ClockView.of(seen, asOf == null ? LegalDays.today(clock) : asOf))
                .orElseThrow(() -> Problem.notFound("Request " + id));
    }
}
