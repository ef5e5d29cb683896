package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.mandate.Mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A move that was made, and what it saw.
 *
 * @param to where it led; absent only before the request is moved by it
 * @param by the officer's credential
 * @param acting for whom; absent for the suite, and in what was stored before it was kept
 * @param agencyRole the seat from which it was made; absent for the applicant and the suite
 * @param organisationVersion the party's version at a move that checks eligibility
 * @param outOfArea whether the unit that submitted is registered outside the scheme's area
 * @param ruling at the recognition
 */
public record Step(
        RequestAction action,
        LocalDate on,
        @Nullable RequestStatus to,
        String by,
        @Nullable Acting acting,
        @Nullable String agencyRole,
        int schemeVersion,
        @Nullable Long organisationVersion,
        @Nullable Boolean outOfArea,
        @Nullable String reason,
        @Nullable String remedy,
        List<String> corrections,
        @Nullable Ruling ruling) {

    public Step {
        corrections = List.copyOf(corrections);
    }

    static Step of(
            RequestAction action,
            LocalDate on,
            String by,
            @Nullable String agencyRole,
            int schemeVersion) {
        return new Step(
                action,
                on,
                null,
                by,
                null,
                agencyRole,
                schemeVersion,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** Where it led. */
    public RequestStatus reached() {
        return Objects.requireNonNull(to, "the request was moved by it");
    }

    Step reaching(RequestStatus status) {
        return new Step(
                action,
                on,
                status,
                by,
                acting,
                agencyRole,
                schemeVersion,
                organisationVersion,
                outOfArea,
                reason,
                remedy,
                corrections,
                ruling);
    }

    Step actedBy(@Nullable String organisation) {
        return acting(organisation == null ? null : new Acting(organisation, null));
    }

    /** Where it was made by the mandate's agent and does not say so yet. */
    Step under(Mandate mandate) {
        return acting != null
                        && acting.mandate() == null
                        && acting.organisation().equals(mandate.agent())
                ? acting(new Acting(mandate.agent(), mandate.id()))
                : this;
    }

    private Step acting(@Nullable Acting whom) {
        return new Step(
                action,
                on,
                to,
                by,
                whom,
                agencyRole,
                schemeVersion,
                organisationVersion,
                outOfArea,
                reason,
                remedy,
                corrections,
                ruling);
    }

    Step seeing(long party) {
        return with(party, outOfArea, reason, remedy, corrections, ruling);
    }

    Step from(boolean outside) {
        return with(organisationVersion, outside, reason, remedy, corrections, ruling);
    }

    Step because(@Nullable String why) {
        return with(organisationVersion, outOfArea, why, remedy, corrections, ruling);
    }

    Step withRemedy(@Nullable String way) {
        return with(organisationVersion, outOfArea, reason, way, corrections, ruling);
    }

    Step asking(List<String> list) {
        return with(organisationVersion, outOfArea, reason, remedy, list, ruling);
    }

    Step ruling(Ruling items) {
        return with(organisationVersion, outOfArea, reason, remedy, corrections, items);
    }

    private Step with(
            @Nullable Long party,
            @Nullable Boolean outside,
            @Nullable String why,
            @Nullable String way,
            List<String> list,
            @Nullable Ruling items) {
        return new Step(
                action,
                on,
                to,
                by,
                acting,
                agencyRole,
                schemeVersion,
                party,
                outside,
                why,
                way,
                list,
                items);
    }
}
