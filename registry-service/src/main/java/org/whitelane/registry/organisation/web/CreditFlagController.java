package org.whitelane.registry.organisation.web;

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
import org.whitelane.chassis.web.Problem;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.organisation.CreditFlagService;
import org.whitelane.registry.organisation.LiftOutcome;

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
    @Idempotent
    @PreAuthorize("hasRole('REGISTRAR')")
    ResponseEntity<CreditFlagView> raise(
            @PathVariable UUID id, @Body CreditFlagRequest request, Caller caller) {
        var faults = request.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return flags.raise(id, request.toFlag(UUID.randomUUID()), Act.by(caller.subject()))
                .map(CreditFlagView::from)
                .map(view -> ResponseEntity.status(HttpStatus.CREATED).body(view))
                .orElseThrow(() -> Problem.notFound("Organisation " + id));
    }

    @PostMapping("/{flagId}/lifting")
    @PreAuthorize("hasRole('REGISTRAR')")
    CreditFlagView lift(
            @PathVariable UUID id,
            @PathVariable UUID flagId,
            @Body ReasonRequest request,
            Caller caller) {
        var act = Act.by(caller.subject()).because(request.reason());
        var outcome =
                flags.lift(id, flagId, act).orElseThrow(() -> Problem.notFound("Flag " + flagId));
        return switch (outcome) {
            case LiftOutcome.Lifted(var flag) -> CreditFlagView.from(flag);
            case LiftOutcome.AlreadyLifted(var flag) ->
                    throw Problem.conflict(
                            "flag-already-lifted",
                            "The flag was lifted on %s.".formatted(flag.to()));
        };
    }

    @GetMapping
    FlagList all(@PathVariable UUID id) {
        return new FlagList(flags.of(id).stream().map(CreditFlagView::from).toList());
    }

    record FlagList(List<CreditFlagView> items) {}
}
