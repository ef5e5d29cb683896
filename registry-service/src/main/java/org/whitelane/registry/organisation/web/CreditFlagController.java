package org.whitelane.registry.organisation.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.organisation.CreditFlagService;
import org.whitelane.registry.organisation.FlaggedParty;
import org.whitelane.registry.organisation.LiftOutcome;
import org.whitelane.registry.organisation.RaiseOutcome;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/v1/registry/organisations/{id}/credit-flags")
class CreditFlagController {

    private final CreditFlagService flags;

    CreditFlagController(CreditFlagService flags) {
        this.flags = flags;
    }

    @PostMapping
    @Operation(
            summary = "Raise a credit flag against an organisation",
            description =
                    "Who is flagged may not be let in from now on: services that know the flag"
                        + " check it at submission, recognition, publication and reservation. It is"
                        + " a change of the organisation: `If-Match` compares the organisation's"
                        + " version.")
    @Idempotent
    @PreAuthorize("hasRole('REGISTRAR')")
    ResponseEntity<CreditFlagView> raise(
            @PathVariable UUID id,
            @Body CreditFlagRequest request,
            Caller caller,
            IfMatch expected) {
        var faults = request.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        var flag = request.toFlag(UUID.randomUUID());
        var outcome =
                flags.raise(id, flag, Act.by(caller.subject()), expected)
                        .orElseThrow(() -> Problem.notFound("Organisation " + id));
        return switch (outcome) {
            case RaiseOutcome.Raised(var party, var raised) ->
                    ResponseEntity.status(HttpStatus.CREATED)
                            .body(CreditFlagView.from(raised, party.version()));
            case RaiseOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
        };
    }

    @PostMapping("/{flagId}/lifting")
    @Operation(
            summary = "Lift a credit flag when its cause is gone",
            description = "It stays on record with the days it was in force.")
    @PreAuthorize("hasRole('REGISTRAR')")
    CreditFlagView lift(
            @PathVariable UUID id,
            @PathVariable UUID flagId,
            @Body ReasonRequest request,
            Caller caller,
            IfMatch expected) {
        var act = Act.by(caller.subject()).because(request.reason());
        var outcome =
                flags.lift(id, flagId, act, expected)
                        .orElseThrow(() -> Problem.notFound("Flag " + flagId));
        return switch (outcome) {
            case LiftOutcome.Lifted(var party, var flag) ->
                    CreditFlagView.from(flag, party.version());
            case LiftOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case LiftOutcome.AlreadyLifted(var flag) ->
                    throw Problem.conflict(
                            "flag-already-lifted",
                            "The flag was lifted on %s.".formatted(flag.to()));
        };
    }

    @GetMapping
    @Operation(summary = "List an organisation's credit flags, lifted ones too")
    FlagList all(@PathVariable UUID id) {
        return flags.of(id)
                .map(FlagList::of)
                .orElseThrow(() -> Problem.notFound("Organisation " + id));
    }

    /** Whole and of one party, so it has a version where other lists have none. */
    record FlagList(List<CreditFlagView> items, long version) implements Versioned {

        static FlagList of(FlaggedParty party) {
            return new FlagList(
                    party.flags().stream()
                            .map(flag -> CreditFlagView.from(flag, party.version()))
                            .toList(),
                    party.version());
        }
    }
}
