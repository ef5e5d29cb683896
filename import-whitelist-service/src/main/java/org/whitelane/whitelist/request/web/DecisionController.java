package org.whitelane.whitelist.request.web;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.whitelist.request.RequestCommand.Accept;
import org.whitelane.whitelist.request.RequestCommand.Decline;
import org.whitelane.whitelist.request.RequestCommand.GiveOpinion;
import org.whitelane.whitelist.request.RequestCommand.OpenJointReview;
import org.whitelane.whitelist.request.RequestCommand.Recognise;
import org.whitelane.whitelist.request.RequestCommand.Reject;
import org.whitelane.whitelist.request.RequestCommand.RequestCorrection;
import org.whitelane.whitelist.request.RequestCommand.Submit;
import org.whitelane.whitelist.request.RequestCommand.Withdraw;

import java.util.UUID;

/** One resource per move. Who may make it stands in the move table, not here. */
@RestController
@RequestMapping("/api/v1/whitelist/requests/{id}")
class DecisionController {

    private final RequestDesk desk;

    DecisionController(RequestDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/submission")
    RequestView submit(@PathVariable UUID id, Caller caller) {
        return desk.decide(id, new Submit(), caller);
    }

    @PostMapping("/withdrawal")
    RequestView withdraw(@PathVariable UUID id, Caller caller) {
        return desk.decide(id, new Withdraw(), caller);
    }

    @PostMapping("/acceptance")
    RequestView accept(@PathVariable UUID id, Caller caller) {
        return desk.decide(id, new Accept(), caller);
    }

    @PostMapping("/correction-requests")
    RequestView requestCorrection(
            @PathVariable UUID id, @Body DecisionForms.Corrections form, Caller caller) {
        return desk.decide(id, new RequestCorrection(form.corrections()), caller);
    }

    @PostMapping("/non-acceptance")
    RequestView decline(@PathVariable UUID id, @Body DecisionForms.Reason form, Caller caller) {
        return desk.decide(id, new Decline(form.reason()), caller);
    }

    @PostMapping("/joint-review")
    RequestView openJointReview(@PathVariable UUID id, Caller caller) {
        return desk.decide(id, new OpenJointReview(), caller);
    }

    @PostMapping("/opinions")
    RequestView giveOpinion(
            @PathVariable UUID id, @Body DecisionForms.OpinionForm form, Caller caller) {
        return desk.decide(id, new GiveOpinion(form.opinion(), form.reason()), caller);
    }

    @PostMapping("/recognition")
    RequestView recognise(@PathVariable UUID id, Caller caller) {
        return desk.decide(id, new Recognise(), caller);
    }

    @PostMapping("/rejection")
    RequestView reject(@PathVariable UUID id, @Body DecisionForms.Rejection form, Caller caller) {
        return desk.decide(id, new Reject(form.reason(), form.remedy()), caller);
    }
}
