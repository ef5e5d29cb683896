package org.whitelane.approval.ind.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.approval.ind.Amendment;
import org.whitelane.approval.ind.Decision;
import org.whitelane.approval.ind.Ind;
import org.whitelane.approval.ind.Modality;
import org.whitelane.approval.ind.Product;
import org.whitelane.approval.ind.SourcedDate;
import org.whitelane.approval.ind.Status;
import org.whitelane.chassis.web.Versioned;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An approval as anybody may see it; who recorded it is not part of it. */
record IndView(
        UUID id,
        String acceptanceNumber,
        @Nullable String noticeNumber,
        Decision decision,
        ProductView product,
        @Nullable DateView acceptedOn,
        @Nullable DateView decidedOn,
        @Nullable DateView announcedOn,
        Instant recordedAt,
        long version,
        Status status,
        List<AmendmentView> amendments)
        implements Versioned {

    /** What it said before, the event feed tells. */
    record AmendmentView(
            long version,
            Amendment.Kind kind,
            String reason,
            String source,
            @Nullable DateView revokedOn,
            Instant madeAt) {

        static AmendmentView from(Amendment amendment) {
            return new AmendmentView(
                    amendment.version(),
                    amendment.kind(),
                    amendment.reason(),
                    amendment.source(),
                    date(amendment.revokedOn()),
                    amendment.madeAt());
        }
    }

    record ProductView(
            String nameZh,
            @Nullable String nameEn,
            @Nullable String strength,
            String sponsor,
            Modality modality,
            @Nullable String registrationClass,
            @Nullable String classCatalogue,
            @Nullable Boolean cellOrGeneTherapy,
            List<String> indications) {}

    record DateView(String value, String source) {}

    static IndView from(Ind ind) {
        var facts = ind.facts();
        var notice = facts.noticeNumber();
        return new IndView(
                ind.id(),
                facts.acceptanceNumber().value(),
                notice == null ? null : notice.value(),
                facts.decision(),
                product(facts.product(), ind.classCatalogue()),
                date(facts.acceptedOn()),
                date(facts.decidedOn()),
                date(facts.announcedOn()),
                ind.recordedAt(),
                ind.version(),
                ind.status(),
                ind.amendments().stream().map(AmendmentView::from).toList());
    }

    private static ProductView product(Product product, @Nullable String classCatalogue) {
        return new ProductView(
                product.nameZh(),
                product.nameEn(),
                product.strength(),
                product.sponsor(),
                product.modality(),
                product.registrationClass(),
                classCatalogue,
                product.cellOrGeneTherapy(),
                product.indications());
    }

    private static @Nullable DateView date(@Nullable SourcedDate date) {
        return date == null ? null : new DateView(date.value().toString(), date.source());
    }
}
