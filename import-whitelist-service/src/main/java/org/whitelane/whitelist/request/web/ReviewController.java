package org.whitelane.whitelist.request.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.whitelist.request.RequestCommand.Admit;
import org.whitelane.whitelist.request.RequestCommand.Extend;
import org.whitelane.whitelist.request.RequestCommand.OpenJointReview;
import org.whitelane.whitelist.request.RequestCommand.RefuseAdmission;
import org.whitelane.whitelist.request.RequestCommand.Reject;
import org.whitelane.whitelist.request.RequestCommand.Supply;

import java.util.UUID;

/** The moves of the joint review, and of the assessment that comes before it for some. */
@RestController
@RequestMapping("/api/v1/whitelist/requests/{id}")
class ReviewController {

    private final RequestDesk desk;

    ReviewController(RequestDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/admission")
    @Operation(
            summary = "Admit a unit from outside the scheme's area to the review",
            description = "Only where the scheme lets such units apply after an assessment.")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'MEMBER_AGENCY_REVIEWER')")
    RequestView admit(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Admit(), caller, expected);
    }

    @PostMapping("/admission-refusal")
    @Operation(
            summary = "Refuse a unit from outside the scheme's area",
            description = "With the reason and the remedy; this ends the request.")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'MEMBER_AGENCY_REVIEWER')")
    RequestView refuseAdmission(
            @PathVariable UUID id,
            @Body DecisionForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new RefuseAdmission(form.reason()), caller, expected);
    }

    @PostMapping("/joint-review")
    @Operation(
            summary = "Ask the member agencies to review a request jointly",
            description = "Where a lower level recommends, its recommendation comes first.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView openJointReview(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new OpenJointReview(), caller, expected);
    }

    @PostMapping("/opinions")
    @Operation(
            summary = "Give a member agency's opinion on a request",
            description =
                    "Article by article if wanted; anything but `AGREE` needs a reason. A new"
                            + " opinion takes the place of the one before until the request is"
                            + " recognised.")
    @PreAuthorize("hasRole('MEMBER_AGENCY_REVIEWER')")
    RequestView giveOpinion(
            @PathVariable UUID id,
            @Body DecisionForms.OpinionForm form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, form.command(), caller, expected);
    }

    @PostMapping("/supplement")
    @Operation(
            summary = "Supply what a member agency asked for",
            description =
                    "The clock, stopped by the question, goes on; whoever asked gives a new"
                            + " opinion.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView supply(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Supply(), caller, expected);
    }

    @PostMapping("/extension")
    @Operation(
            summary = "Extend the period of the decision once",
            description = "By approval and with a reason (Administrative Licensing Law Art. 42).")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView extend(
            @PathVariable UUID id,
            @Body DecisionForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Extend(form.reason()), caller, expected);
    }

    @PostMapping("/recognition")
    @Operation(
            summary = "Recognise a request, as a whole or article by article",
            description = "Eligibility is checked again; what is recognised may enter a batch.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView recognise(
            @PathVariable UUID id,
            @Body DecisionForms.RecognitionForm form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, form.command(), caller, expected);
    }

    @PostMapping("/rejection")
    @Operation(
            summary = "Reject a request with its reason and remedy",
            description = "The applicant is told both.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    RequestView reject(
            @PathVariable UUID id,
            @Body DecisionForms.Rejection form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Reject(form.reason(), form.remedy()), caller, expected);
    }
}
