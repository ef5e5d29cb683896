package org.whitelane.whitelist.directory.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.directory.DirectoryService;
import org.whitelane.whitelist.directory.UnitCommand;
import org.whitelane.whitelist.directory.UnitOutcome;
import org.whitelane.whitelist.directory.UnitService;
import org.whitelane.whitelist.entry.EntryOutcome;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.net.URI;
import java.util.UUID;

/** What a listed unit files, and what the office does with its place in the directory. */
@RestController
@RequestMapping("/api/v1/whitelist/units/{id}")
class UnitDecisionController {

    private final DirectoryService directory;
    private final UnitService units;
    private final RefusedProblems problems;

    UnitDecisionController(
            DirectoryService directory, UnitService units, RefusedProblems problems) {
        this.directory = directory;
        this.units = units;
        this.problems = problems;
    }

    /**
     * @param violation number of the case, where there is one
     */
    record UnitRevocation(
            @NotBlank @Size(max = 2000) String reason,
            @Nullable @Size(min = 1, max = 100) String violation) {}

    record UnitReason(@NotBlank @Size(max = 2000) String reason) {}

    @PostMapping("/articles")
    @Operation(
            summary = "File an article under the unit's place in the directory",
            description =
                    "The unit was recognised, so nobody reviews the article; the scheme's rules are"
                            + " asked again. What passes is an entry of the list at once.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Idempotent
    ResponseEntity<FiledView> file(@PathVariable UUID id, @Body FilingForm form, Caller caller) {
        return switch (directory.file(id, form.article(), Edge.officer(caller))) {
            case EntryOutcome.Done(var entry) ->
                    ResponseEntity.created(URI.create("/api/v1/whitelist/entries/" + entry.id()))
                            .body(FiledView.of(entry));
            case EntryOutcome.Not(var refused) -> throw problems.of(refused, "units");
            case EntryOutcome.OtherVersion _ ->
                    throw new IllegalStateException("a filing acts on no version");
        };
    }

    @PostMapping("/revocation")
    @Operation(
            summary = "Revoke a unit's place in the directory for a violation",
            description =
                    "All its entries under the scheme are revoked with it, and it is banned as the"
                            + " scheme says.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    UnitView revoke(
            @PathVariable UUID id, @Body UnitRevocation form, Caller caller, IfMatch expected) {
        return decide(
                id, new UnitCommand.Revoke(form.reason(), form.violation()), caller, expected);
    }

    @PostMapping("/removal")
    @Operation(
            summary = "Take a unit out of the directory at its own wish",
            description = "All its entries under the scheme are removed with it.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    UnitView remove(@PathVariable UUID id, @Body UnitReason form, Caller caller, IfMatch expected) {
        return decide(id, new UnitCommand.Remove(form.reason()), caller, expected);
    }

    @PostMapping("/suspension")
    @Operation(
            summary = "Suspend a unit's place in the directory while something is looked into",
            description =
                    "Its entries live on, but nothing is filed, reserved, declared or released"
                            + " under them until it is lifted.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    UnitView suspend(
            @PathVariable UUID id, @Body UnitReason form, Caller caller, IfMatch expected) {
        return decide(id, new UnitCommand.Suspend(form.reason()), caller, expected);
    }

    @PostMapping("/lifting")
    @Operation(
            summary = "Lift the suspension of a unit's place in the directory",
            description = "The unit files and imports again at once.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    UnitView lift(@PathVariable UUID id, @Body UnitReason form, Caller caller, IfMatch expected) {
        return decide(id, new UnitCommand.Lift(form.reason()), caller, expected);
    }

    private UnitView decide(UUID id, UnitCommand command, Caller caller, IfMatch expected) {
        return switch (units.decide(id, command, Edge.officer(caller), expected)) {
            case UnitOutcome.Done(var listing) -> UnitView.of(listing);
            case UnitOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case UnitOutcome.Not(var refused) -> throw problems.of(refused, "units");
        };
    }
}
