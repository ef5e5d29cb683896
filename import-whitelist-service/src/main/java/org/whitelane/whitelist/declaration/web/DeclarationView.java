package org.whitelane.whitelist.declaration.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.declaration.DeclarationStatus;
import org.whitelane.whitelist.declaration.ImportDeclaration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A declaration for its unit and for the agencies of its scheme.
 *
 * @param stated as the unit said it
 * @param quantity the same in the entry's unit, as released, received and held
 * @param reservation absent before it was reserved
 * @param customs absent before customs has the declaration
 */
record DeclarationView(
        UUID id,
        UUID entry,
        String scheme,
        String organisation,
        DeclarationStatus status,
        Amount stated,
        Counts quantity,
        @Nullable Reservation reservation,
        @Nullable Customs customs,
        @Nullable String reason,
        long version)
        implements Versioned {

    /** Decimals as text. */
    record Counts(String unit, String planned, String released, String received, String held) {}

    /**
     * @param quotaMode what the approved quantity limits
     * @param quotaModeConfigured the scheme does not say it; the service is configured to read it
     *     so
     * @param untilDefaulted the day is not by the scheme's own limit
     */
    record Reservation(
            LocalDate until,
            boolean untilDefaulted,
            String quotaMode,
            boolean quotaModeConfigured,
            @Nullable Integer quotaYear) {}

    /**
     * @param customsOfficeChecked false where the scheme's offices are not known: any was taken
     */
    record Customs(
            String number,
            String customsOffice,
            boolean customsOfficeChecked,
            String hsCode,
            LocalDate declaredOn,
            @Nullable String remark) {}

    static DeclarationView of(ImportDeclaration declaration) {
        return new DeclarationView(
                declaration.id(),
                declaration.entry(),
                declaration.scheme(),
                declaration.organisation(),
                declaration.status(),
                declaration.load().stated(),
                counts(declaration),
                reservation(declaration.hold()),
                customs(declaration.papers()),
                declaration.reason(),
                declaration.version());
    }

    private static Counts counts(ImportDeclaration declaration) {
        var load = declaration.load();
        var hold = declaration.hold();
        return new Counts(
                load.unit().code(),
                load.quantity().toPlainString(),
                load.released().toPlainString(),
                load.received().toPlainString(),
                (hold == null ? BigDecimal.ZERO : hold.held()).toPlainString());
    }

    private static @Nullable Reservation reservation(ImportDeclaration.@Nullable Hold hold) {
        return hold == null
                ? null
                : new Reservation(
                        hold.until(),
                        hold.untilDefaulted(),
                        hold.reading().mode().name(),
                        hold.reading().configured(),
                        hold.year() == 0 ? null : hold.year());
    }

    private static @Nullable Customs customs(ImportDeclaration.@Nullable Papers papers) {
        return papers == null
                ? null
                : new Customs(
                        papers.number(),
                        papers.customsOffice(),
                        papers.officeChecked(),
                        papers.hsCode(),
                        papers.declaredOn(),
                        papers.remark());
    }
}
