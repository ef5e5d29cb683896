package org.whitelane.approval.ind.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.approval.ind.Decision;
import org.whitelane.approval.ind.IndFacts;
import org.whitelane.approval.ind.Modality;
import org.whitelane.approval.ind.Product;
import org.whitelane.approval.ind.SourcedDate;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.AcceptanceNumber;
import org.whitelane.kernel.NoticeNumber;
import org.whitelane.kernel.PartialDate;

import java.util.List;
import java.util.Objects;

/** An approval as a steward copies it from an announcement. */
record IndForm(
        @Format(AcceptanceNumber.class) String acceptanceNumber,
        @Format(NoticeNumber.class) @Nullable String noticeNumber,
        Decision decision,
        ProductForm product,
        @Nullable DateForm acceptedOn,
        @Nullable DateForm decidedOn,
        @Nullable DateForm announcedOn) {

    record ProductForm(
            @NotBlank @Size(max = 200) String nameZh,
            @Size(min = 1, max = 200) @Nullable String nameEn,
            @Size(min = 1, max = 200) @Nullable String strength,
            @NotBlank @Size(max = 200) String sponsor,
            Modality modality,
            @Nullable String registrationClass,
            @Nullable Boolean cellOrGeneTherapy,
            @Size(max = 50) @Nullable List<@NotBlank @Size(max = 500) String> indications) {

        Product product() {
            return new Product(
                    nameZh.strip(),
                    nameEn,
                    strength,
                    sponsor.strip(),
                    modality,
                    registrationClass,
                    cellOrGeneTherapy,
                    Objects.requireNonNullElse(indications, List.of()));
        }
    }

    /** A day that exists, or its month. */
    record DateForm(
            @Format(PartialDate.class) String value, @NotBlank @Size(max = 500) String source) {

        SourcedDate date() {
            return new SourcedDate(PartialDate.parse(value), source.strip());
        }
    }

    IndFacts facts() {
        return new IndFacts(
                AcceptanceNumber.parse(acceptanceNumber),
                noticeNumber == null ? null : NoticeNumber.parse(noticeNumber),
                decision,
                product.product(),
                date(acceptedOn),
                date(decidedOn),
                date(announcedOn));
    }

    private static @Nullable SourcedDate date(@Nullable DateForm form) {
        return form == null ? null : form.date();
    }
}
