package org.whitelane.whitelist.entry.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.entry.EntryCommand;
import org.whitelane.whitelist.entry.EntryOutcome;
import org.whitelane.whitelist.entry.EntryService;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.util.UUID;

/** What agencies decide about an entry. */
@RestController
@RequestMapping("/api/v1/whitelist/entries/{id}")
class EntryDecisionController {

    private final EntryService service;
    private final RefusedProblems problems;

    EntryDecisionController(EntryService service, RefusedProblems problems) {
        this.service = service;
        this.problems = problems;
    }

    @PostMapping("/suspension")
    @Operation(
            summary = "Suspend an entry while something is looked into",
            description = "Nothing can be reserved or declared under it until it is lifted.")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'CUSTOMS_OFFICER')")
    EntryView suspend(
            @PathVariable UUID id, @Body EntryForms.Reason form, Caller caller, IfMatch expected) {
        return decide(id, new EntryCommand.Suspend(form.reason()), caller, expected);
    }

    @PostMapping("/lifting")
    @Operation(
            summary = "Lift the suspension of an entry",
            description = "It can be used again at once, within its validity.")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'CUSTOMS_OFFICER')")
    EntryView lift(
            @PathVariable UUID id, @Body EntryForms.Reason form, Caller caller, IfMatch expected) {
        return decide(id, new EntryCommand.Lift(form.reason()), caller, expected);
    }

    @PostMapping("/revocation")
    @Operation(
            summary = "Revoke an entry for a violation",
            description =
                    "Open reservations end; the unit is banned as long as the scheme says, and its"
                            + " other entries under it are revoked as well. With the cause"
                            + " `NO_FAULT` nobody is banned.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    EntryView revoke(
            @PathVariable UUID id,
            @Body EntryForms.Revocation form,
            Caller caller,
            IfMatch expected) {
        return decide(id, form.command(), caller, expected);
    }

    @PostMapping("/removal")
    @Operation(
            summary = "Remove an entry at its unit's own wish",
            description = "Open reservations end; what was imported stays accounted for.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    EntryView remove(
            @PathVariable UUID id, @Body EntryForms.Reason form, Caller caller, IfMatch expected) {
        return decide(id, new EntryCommand.Remove(form.reason()), caller, expected);
    }

    private EntryView decide(UUID id, EntryCommand command, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        return switch (service.decide(id, command, officer, expected)) {
            case EntryOutcome.Done(var entry) -> EntryView.of(entry, officer);
            case EntryOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case EntryOutcome.Not(var refused) -> throw problems.of(refused, "entries");
        };
    }
}
