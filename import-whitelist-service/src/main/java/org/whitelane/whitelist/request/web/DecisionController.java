package org.whitelane.whitelist.request.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.whitelist.request.RequestCommand.Accept;
import org.whitelane.whitelist.request.RequestCommand.Decline;
import org.whitelane.whitelist.request.RequestCommand.GiveOpinion;
import org.whitelane.whitelist.request.RequestCommand.OpenJointReview;
import org.whitelane.whitelist.request.RequestCommand.Recognise;
import org.whitelane.whitelist.request.RequestCommand.Recommend;
import org.whitelane.whitelist.request.RequestCommand.RefuseRecommendation;
import org.whitelane.whitelist.request.RequestCommand.Reject;
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
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView submit(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Submit(), caller, expected);
    }

    @PostMapping("/withdrawal")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView withdraw(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Withdraw(), caller, expected);
    }

    @PostMapping("/acceptance")
    @PreAuthorize("hasRole('INTAKE_OFFICER')")
    RequestView accept(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Accept(), caller, expected);
    }

    @PostMapping("/correction-requests")
    @PreAuthorize("hasRole('INTAKE_OFFICER')")
    RequestView requestCorrection(
            @PathVariable UUID id,
            @Body DecisionForms.Corrections form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new RequestCorrection(form.corrections()), caller, expected);
    }

    @PostMapping("/non-acceptance")
    @PreAuthorize("hasRole('INTAKE_OFFICER')")
    RequestView decline(
            @PathVariable UUID id,
            @Body DecisionForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Decline(form.reason()), caller, expected);
    }

    @PostMapping("/recommendation")
    @PreAuthorize("hasRole('DISTRICT_REVIEWER')")
    RequestView recommend(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Recommend(), caller, expected);
    }

    @PostMapping("/recommendation-refusal")
    @PreAuthorize("hasRole('DISTRICT_REVIEWER')")
    RequestView refuseRecommendation(
            @PathVariable UUID id,
            @Body DecisionForms.Rejection form,
            Caller caller,
            IfMatch expected) {
        var refusal = new RefuseRecommendation(form.reason(), form.remedy());
        return desk.decide(id, refusal, caller, expected);
    }

    @PostMapping("/joint-review")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView openJointReview(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new OpenJointReview(), caller, expected);
    }

    @PostMapping("/opinions")
    @PreAuthorize("hasRole('MEMBER_AGENCY_REVIEWER')")
    RequestView giveOpinion(
            @PathVariable UUID id,
            @Body DecisionForms.OpinionForm form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new GiveOpinion(form.opinion(), form.reason()), caller, expected);
    }

    @PostMapping("/recognition")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView recognise(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Recognise(), caller, expected);
    }

    @PostMapping("/rejection")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView reject(
            @PathVariable UUID id,
            @Body DecisionForms.Rejection form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Reject(form.reason(), form.remedy()), caller, expected);
    }
}
