package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.AcceptanceNumber;
import org.whitelane.kernel.NoticeNumber;
import org.whitelane.kernel.PartialDate;

import java.util.List;

/** Facts that break no rule, and one change at a time. */
final class Facts {

    private Facts() {}

    /** The record of domain knowledge, section 17: an implied permission that has a notice. */
    static IndFacts bc008() {
        return new IndFacts(
                AcceptanceNumber.parse("CXSL2200037"),
                NoticeNumber.parse("2022LP00550"),
                Decision.IMPLIED,
                product(Modality.BIOLOGIC, null),
                date("2022-01-21"),
                null,
                date("2022-04-02"));
    }

    static Product product(Modality modality, @Nullable String registrationClass) {
        return new Product(
                "BC008抗体注射液",
                null,
                null,
                "宝船生物医药科技（上海）有限公司",
                modality,
                registrationClass,
                null,
                List.of());
    }

    static @Nullable SourcedDate date(@Nullable String value) {
        return value == null ? null : new SourcedDate(PartialDate.parse(value), "announcement");
    }

    static IndFacts numbered(String acceptance, @Nullable String notice) {
        var facts = bc008();
        return new IndFacts(
                AcceptanceNumber.parse(acceptance),
                notice == null ? null : NoticeNumber.parse(notice),
                facts.decision(),
                facts.product(),
                null,
                null,
                null);
    }

    static IndFacts dated(
            @Nullable String accepted, @Nullable String decided, @Nullable String announced) {
        var facts = bc008();
        return new IndFacts(
                facts.acceptanceNumber(),
                facts.noticeNumber(),
                facts.decision(),
                facts.product(),
                date(accepted),
                date(decided),
                date(announced));
    }

    static IndFacts classified(
            String acceptance, Modality modality, @Nullable String registrationClass) {
        return new IndFacts(
                AcceptanceNumber.parse(acceptance),
                null,
                Decision.APPROVED,
                product(modality, registrationClass),
                null,
                null,
                null);
    }
}
