package org.whitelane.registry.organisation.web;

import io.micrometer.core.instrument.MeterRegistry;
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
import org.whitelane.registry.core.Act;
import org.whitelane.registry.organisation.MoveOutcome;
import org.whitelane.registry.organisation.OrganisationMove;
import org.whitelane.registry.organisation.OrganisationService;

import java.util.UUID;

/** The moves of a party's status; from now on its officers get tokens, or get none. */
@RestController
@RequestMapping("/api/v1/registry/organisations/{id}")
@PreAuthorize("hasRole('REGISTRAR')")
class StatusController {

    private final OrganisationService organisations;
    private final MeterRegistry meters;

    StatusController(OrganisationService organisations, MeterRegistry meters) {
        this.organisations = organisations;
        this.meters = meters;
    }

    @PostMapping("/suspension")
    @Operation(summary = "Suspend an organisation: its officers get no tokens")
    OrganisationView suspend(
            @PathVariable UUID id, @Body ReasonRequest request, Caller caller, IfMatch expected) {
        return move(id, OrganisationMove.SUSPENSION, request, caller, expected);
    }

    @PostMapping("/reinstatement")
    @Operation(summary = "Reinstate a suspended organisation")
    OrganisationView reinstate(
            @PathVariable UUID id, @Body ReasonRequest request, Caller caller, IfMatch expected) {
        return move(id, OrganisationMove.REINSTATEMENT, request, caller, expected);
    }

    @PostMapping("/deregistration")
    @Operation(
            summary = "Deregister an organisation for good",
            description = "There is no way back: a successor is registered anew.")
    OrganisationView deregister(
            @PathVariable UUID id, @Body ReasonRequest request, Caller caller, IfMatch expected) {
        return move(id, OrganisationMove.DEREGISTRATION, request, caller, expected);
    }

    private OrganisationView move(
            UUID id,
            OrganisationMove move,
            ReasonRequest request,
            Caller caller,
            IfMatch expected) {
        var act = Act.by(caller.subject()).because(request.reason());
        var outcome =
                organisations
                        .move(id, move, act, expected)
                        .orElseThrow(() -> Problem.notFound("Organisation " + id));
        return switch (outcome) {
            case MoveOutcome.Moved(var organisation) -> OrganisationView.from(organisation);
            case MoveOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case MoveOutcome.IllegalMove illegal -> {
                meters.counter("whitelane.registry.moves.refused", "move", move.name()).increment();
                throw Problem.conflict(
                        "illegal-move",
                        "%s is not allowed while the organisation is %s; allowed now: %s."
                                .formatted(illegal.move(), illegal.status(), illegal.allowed()));
            }
        };
    }
}
