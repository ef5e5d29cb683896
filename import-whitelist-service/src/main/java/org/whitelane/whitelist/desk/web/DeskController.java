package org.whitelane.whitelist.desk.web;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.whitelist.desk.DeskCount;
import org.whitelane.whitelist.desk.Wanted;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.RequestStatus;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What waits for an officer, and who took it. */
@RestController
@RequestMapping("/api/v1/whitelist/desk")
class DeskController {

    static final String OFFICERS =
            "hasAnyRole('INTAKE_OFFICER', 'DISTRICT_REVIEWER', 'MEMBER_AGENCY_REVIEWER',"
                    + " 'MUNICIPAL_OFFICE')";

    private final DeskEdge desk;

    DeskController(DeskEdge desk) {
        this.desk = desk;
    }

    @GetMapping("/assignments")
    @Operation(
            summary = "List the work that waits at the caller's desks",
            description = "By due day; never about the own organisation.")
    @PreAuthorize(OFFICERS)
    Page<WorkView> list(
            @RequestParam(name = "desk", required = false) @Nullable Desk at,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(required = false) @Nullable RequestStatus status,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable String casNumber,
            @RequestParam(required = false) @Nullable String hsCode,
            @RequestParam(required = false) @Nullable LocalDate dueBefore,
            @RequestParam(required = false) @Nullable String claim,
            Paging paging,
            Caller caller) {
        var wanted =
                new Wanted(at, scheme, status, organisation, casNumber, hsCode, dueBefore, claim);
        return desk.list(wanted, paging, caller);
    }

    @GetMapping("/counts")
    @Operation(
            summary = "Count the work that waits at the caller's desks",
            description = "By desk and age.")
    @PreAuthorize(OFFICERS)
    Counts count(Caller caller) {
        return new Counts(desk.counts(caller));
    }

    /** The oldest due that nobody holds. */
    @PostMapping("/claims")
    @Operation(
            summary = "Take the next case: the oldest due that nobody holds",
            description = "Two officers who ask at once get two different cases.")
    @PreAuthorize(OFFICERS)
    @Idempotent
    ResponseEntity<WorkView> next(@Body DeskForms.NextForm form, Caller caller) {
        var work = desk.next(form.wanted(), caller);
        return ResponseEntity.created(URI.create("/api/v1/whitelist/requests/" + work.request()))
                .body(work);
    }

    @PutMapping("/claims/{request}")
    @Operation(
            summary = "Take one case into hand",
            description = "A claim ends by itself, or with the work.")
    @PreAuthorize(OFFICERS)
    WorkView take(@PathVariable UUID request, Caller caller) {
        return desk.take(request, caller);
    }

    @DeleteMapping("/claims/{request}")
    @Operation(summary = "Give a case back to the desk", description = "Only by whoever holds it.")
    @PreAuthorize(OFFICERS)
    WorkView release(@PathVariable UUID request, Caller caller) {
        return desk.release(request, caller);
    }

    @PostMapping("/claims/{request}/reassignment")
    @Operation(
            summary = "Hand a case over to a colleague of the desk",
            description = "With a reason, by any colleague of the desk.")
    @PreAuthorize(OFFICERS)
    WorkView reassign(
            @PathVariable UUID request, @Body DeskForms.ReassignmentForm form, Caller caller) {
        return desk.reassign(request, form.to(), form.reason(), caller);
    }

    record Counts(List<DeskCount> desks) {}
}
