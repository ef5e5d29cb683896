package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.whitelane.approval.ind.Outcome.Refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be said against announced facts. Only what is certain is refused: a month is compared as
 * a month.
 */
final class IndRules {

    private final IndFacts facts;
    private final List<Refusal> refusals = new ArrayList<>();

    private IndRules(IndFacts facts) {
        this.facts = facts;
    }

    /** Every rule that is broken; empty when the facts may be recorded. */
    static List<Refusal> refusals(IndFacts facts, RegistrationClasses classes, LocalDate today) {
        var rules = new IndRules(facts);
        rules.checkAcceptanceNumber();
        rules.checkNoticeNumber();
        rules.checkAcceptanceYear();
        rules.checkOrder(
                "/decidedOn/value",
                "decided-before-accepted",
                facts.decidedOn(),
                facts.acceptedOn());
        rules.checkOrder(
                "/announcedOn/value",
                "announced-before-accepted",
                facts.announcedOn(),
                facts.acceptedOn());
        rules.checkOrder(
                "/announcedOn/value",
                "announced-before-decided",
                facts.announcedOn(),
                facts.decidedOn());
        rules.checkPast("/acceptedOn/value", facts.acceptedOn(), today);
        rules.checkPast("/decidedOn/value", facts.decidedOn(), today);
        rules.checkPast("/announcedOn/value", facts.announcedOn(), today);
        classes.refusal(facts).ifPresent(rules.refusals::add);
        return List.copyOf(rules.refusals);
    }

    /** What speaks against a revocation that holds from a day or month on. */
    static List<Refusal> refusals(
            IndFacts facts, @Nullable SourcedDate revokedOn, LocalDate today) {
        var rules = new IndRules(facts);
        rules.checkOrder(
                "/revokedOn/value", "revoked-before-accepted", revokedOn, facts.acceptedOn());
        rules.checkOrder(
                "/revokedOn/value", "revoked-before-decided", revokedOn, facts.decidedOn());
        rules.checkPast("/revokedOn/value", revokedOn, today);
        return List.copyOf(rules.refusals);
    }

    private void checkAcceptanceNumber() {
        var number = facts.acceptanceNumber();
        if (!number.clinical()) {
            refuse(
                    "/acceptanceNumber",
                    "acceptance-number-not-clinical",
                    "The fourth letter of %s is not L: it is no application for a clinical trial."
                            .formatted(number));
        }
        var modality = facts.product().modality();
        if (number.category() != modality.category()) {
            refuse(
                    "/product/modality",
                    "modality-mismatch",
                    "The third letter of %s is not %s, the letter of %s."
                            .formatted(number, modality.category(), modality));
        }
    }

    private void checkNoticeNumber() {
        var notice = facts.noticeNumber();
        if (notice != null && notice.year() < facts.acceptanceNumber().year()) {
            refuse(
                    "/noticeNumber",
                    "notice-before-acceptance",
                    "Notice %s is from a year before the acceptance %s."
                            .formatted(notice, facts.acceptanceNumber()));
        }
    }

    /** Domain rule: the two digits after the letters are the year of acceptance. */
    private void checkAcceptanceYear() {
        var accepted = facts.acceptedOn();
        if (accepted != null && accepted.value().year() != facts.acceptanceNumber().year()) {
            refuse(
                    "/acceptedOn/value",
                    "acceptance-year-mismatch",
                    "Acceptance number %s is from %d, the date is %s."
                            .formatted(
                                    facts.acceptanceNumber(),
                                    facts.acceptanceNumber().year(),
                                    accepted.value()));
        }
    }

    private void checkOrder(
            String pointer,
            String code,
            @Nullable SourcedDate later,
            @Nullable SourcedDate earlier) {
        if (later != null && earlier != null && later.value().isBefore(earlier.value())) {
            refuse(pointer, code, "%s is before %s.".formatted(later.value(), earlier.value()));
        }
    }

    private void checkPast(String pointer, @Nullable SourcedDate date, LocalDate today) {
        if (date != null && date.value().earliest().isAfter(today)) {
            refuse(pointer, "date-in-the-future", "%s has not come yet.".formatted(date.value()));
        }
    }

    private void refuse(String pointer, String code, String detail) {
        refusals.add(new Refusal(pointer, code, detail));
    }
}
