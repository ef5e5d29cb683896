package org.whitelane.whitelist.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.Opinion;
import org.whitelane.whitelist.request.RequestCommand.GiveOpinion;
import org.whitelane.whitelist.request.RequestCommand.Recognise;
import org.whitelane.whitelist.request.Ruling;

import java.util.List;

/** What officers say with their decisions. */
final class DecisionForms {

    private static final int LONGEST = 2_000;

    private DecisionForms() {}

    /**
     * @param corrections the full list: it can be asked for once
     */
    record Corrections(
            @NotEmpty @Size(max = 50) List<@NotBlank @Size(max = LONGEST) String> corrections) {}

    record Reason(@NotBlank @Size(max = LONGEST) String reason) {}

    /**
     * @param reason required unless AGREE
     * @param items articles judged apart from the whole, or agreed to under conditions
     * @param needs with NEED_MORE: what is asked of the applicant; the reason, when absent
     */
    record OpinionForm(
            @NotNull Opinion.Kind opinion,
            @Nullable @Size(max = LONGEST) String reason,
            @Nullable @Size(max = 100) List<@Valid ItemOpinionForm> items,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = LONGEST) String> needs) {

        GiveOpinion command() {
            return new GiveOpinion(
                    opinion,
                    reason,
                    items == null
                            ? List.of()
                            : items.stream().map(ItemOpinionForm::judged).toList(),
                    needs == null ? List.of() : needs);
        }
    }

    /**
     * @param article its place in the request, from 0
     * @param reason required unless AGREE
     */
    record ItemOpinionForm(
            @NotNull @Min(0) Integer article,
            @NotNull Opinion.Kind opinion,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = LONGEST) String> conditions,
            @Nullable @Size(max = LONGEST) String reason) {

        Opinion.ItemOpinion judged() {
            return new Opinion.ItemOpinion(
                    article, opinion, conditions == null ? List.of() : conditions, reason);
        }
    }

    /**
     * All that is not named is recognised as the members agreed.
     *
     * @param items articles that are refused, or recognised under further conditions
     * @param resolution of the meeting that settled what was not agreed
     * @param remedy for when nothing is recognised
     */
    record RecognitionForm(
            @Nullable @Size(max = 100) List<@Valid ItemRulingForm> items,
            @Nullable @Valid ResolutionForm resolution,
            @Nullable @Size(max = LONGEST) String remedy) {

        Recognise command() {
            return new Recognise(
                    items == null ? List.of() : items.stream().map(ItemRulingForm::ruling).toList(),
                    resolution == null
                            ? null
                            : new Ruling.Resolution(resolution.document(), resolution.reason()),
                    remedy);
        }
    }

    /**
     * @param article its place in the request, from 0
     * @param reason required when REFUSED
     */
    record ItemRulingForm(
            @NotNull @Min(0) Integer article,
            @NotNull Ruling.Result outcome,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = LONGEST) String> conditions,
            @Nullable @Size(max = LONGEST) String reason) {

        Ruling.ItemRuling ruling() {
            return new Ruling.ItemRuling(
                    article, outcome, conditions == null ? List.of() : conditions, reason);
        }
    }

    /**
     * @param document number of the meeting's paper
     */
    record ResolutionForm(
            @NotBlank @Size(max = 200) String document,
            @NotBlank @Size(max = LONGEST) String reason) {}

    /**
     * @param remedy where and until when the applicant can appeal
     */
    record Rejection(
            @NotBlank @Size(max = LONGEST) String reason,
            @NotBlank @Size(max = LONGEST) String remedy) {}
}
