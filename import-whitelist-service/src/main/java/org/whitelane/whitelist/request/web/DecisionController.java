package org.whitelane.whitelist.request.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.whitelist.request.RequestCommand.Accept;
import org.whitelane.whitelist.request.RequestCommand.Decline;
import org.whitelane.whitelist.request.RequestCommand.Recommend;
import org.whitelane.whitelist.request.RequestCommand.RefuseRecommendation;
import org.whitelane.whitelist.request.RequestCommand.RequestCorrection;
import org.whitelane.whitelist.request.RequestCommand.Submit;
import org.whitelane.whitelist.request.RequestCommand.Withdraw;

import java.util.UUID;

/**
 * One resource per move. Who may make it stands in the move table; the roles are repeated here,
 * since they are asked before a body is read, and a test compares.
 */
@RestController
@RequestMapping("/api/v1/whitelist/requests/{id}")
class DecisionController {

    private final RequestDesk desk;

    DecisionController(RequestDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/submission")
    @Operation(
            summary = "Submit a draft or a corrected request to the intake window",
            description =
                    "The rules are asked now: an applicant that is not known yet is 409 "
                            + "`party-not-known-yet`, a rule that refuses is 422, one fault per "
                            + "finding.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView submit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") String dryRun,
            Caller caller,
            IfMatch expected) {
        return DryRuns.wanted(dryRun)
                ? desk.dryRun(id, new Submit(), caller, expected)
                : desk.decide(id, new Submit(), caller, expected);
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Withdraw a request before it is decided")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView withdraw(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Withdraw(), caller, expected);
    }

    @PostMapping("/acceptance")
    @Operation(
            summary = "Accept a submitted request for review",
            description = "The working days of the decision are counted from this day.")
    @PreAuthorize("hasRole('INTAKE_OFFICER')")
    RequestView accept(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Accept(), caller, expected);
    }

    @PostMapping("/correction-requests")
    @Operation(
            summary = "Ask the applicant to correct or complete a request",
            description =
                    "Once, with the full list of what is missing (Administrative Licensing "
                            + "Law Art. 32). Acceptance is due anew from the next submission.")
    @PreAuthorize("hasRole('INTAKE_OFFICER')")
    RequestView requestCorrection(
            @PathVariable UUID id,
            @Body DecisionForms.Corrections form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new RequestCorrection(form.corrections()), caller, expected);
    }

    @PostMapping("/non-acceptance")
    @Operation(
            summary = "Decline a request that is not for this authority to decide",
            description = "The applicant is told the reason.")
    @PreAuthorize("hasRole('INTAKE_OFFICER')")
    RequestView decline(
            @PathVariable UUID id,
            @Body DecisionForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Decline(form.reason()), caller, expected);
    }

    @PostMapping("/recommendation")
    @Operation(
            summary = "Recommend a request to the office on behalf of the district",
            description = "Only in a scheme of two levels.")
    @PreAuthorize("hasRole('DISTRICT_REVIEWER')")
    RequestView recommend(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Recommend(), caller, expected);
    }

    @PostMapping("/recommendation-refusal")
    @Operation(
            summary = "Refuse the district's recommendation",
            description = "The applicant is told the reason and the remedy.")
    @PreAuthorize("hasRole('DISTRICT_REVIEWER')")
    RequestView refuseRecommendation(
            @PathVariable UUID id,
            @Body DecisionForms.Rejection form,
            Caller caller,
            IfMatch expected) {
        var refusal = new RefuseRecommendation(form.reason(), form.remedy());
        return desk.decide(id, refusal, caller, expected);
    }
}
