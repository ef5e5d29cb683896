package org.whitelane.approval.ind.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.approval.ind.AmendmentService;
import org.whitelane.approval.ind.Outcome;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;

import java.util.Optional;
import java.util.UUID;

/** Corrections and revocations: the record stays, and says what happened to it. */
@RestController
@RequestMapping(IndController.PATH + "/{id}")
@PreAuthorize("hasRole('APPROVAL_STEWARD')")
class IndAmendmentController {

    private final AmendmentService service;

    IndAmendmentController(AmendmentService service) {
        this.service = service;
    }

    @PostMapping("/correction")
    @Operation(
            summary = "Correct what the register says of an approval",
            description =
                    "The right facts are given as a whole. The record keeps its id and place, shows"
                            + " reason and source to everybody, and the event names the statement"
                            + " that it supersedes: who was told that is told this.")
    IndView correct(
            @PathVariable UUID id, @Body CorrectionForm form, Caller caller, IfMatch expected) {
        return shown(
                service.correct(
                        id, form.facts().facts(), form.ground(), expected, caller.subject()),
                "/facts");
    }

    @PostMapping("/revocation")
    @Operation(
            summary = "Revoke an approval, for good",
            description =
                    "The record stays in the register as revoked, with reason and source. What was"
                            + " revoked by mistake is recorded anew.")
    IndView revoke(
            @PathVariable UUID id, @Body RevocationForm form, Caller caller, IfMatch expected) {
        return shown(
                service.revoke(id, form.ground(), form.since(), expected, caller.subject()), "");
    }

    /**
     * @param at where in the body the facts stand that are refused
     */
    private static IndView shown(Optional<Outcome> outcome, String at) {
        return switch (outcome.orElseThrow(() -> Problem.notFound("This approval"))) {
            case Outcome.Recorded(var ind) -> IndView.from(ind);
            case Outcome refused -> throw IndController.problem(refused, at);
        };
    }
}
