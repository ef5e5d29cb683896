package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.CustomsDeclarationNumber;
import org.whitelane.kernel.HsCode;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.declaration.DeclarationCommand.Declare;
import org.whitelane.whitelist.entry.EntryRights;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether what was declared at customs fits the entry; every fault at once. Pure. */
final class CustomsPapers {

    private CustomsPapers() {}

    static ImportDeclaration.Papers of(Declare declare, PilotScheme scheme) {
        return new ImportDeclaration.Papers(
                CustomsDeclarationNumber.parse(declare.number()).value(),
                declare.customsOffice(),
                !offices(scheme).isEmpty(),
                HsCode.parse(declare.hsCode()).value(),
                declare.declaredOn(),
                declare.remark());
    }

    static List<Finding> against(
            ImportDeclaration declaration, Declare declare, DeclarationContext at) {
        var findings = new ArrayList<Finding>();
        findings.addAll(dates(declaration, declare, at));
        findings.addAll(EntryRights.against(at.entry(), declare.declaredOn(), "/declaredOn"));
        Stream.ofNullable(at.rules().heldBack()).forEach(findings::add);
        add(findings, "/hsCode", "hs-code-differs", hsCode(declare.hsCode(), at.entry()));
        add(
                findings,
                "/consignee",
                "consignee-differs",
                consignee(
                        declare.consignee(),
                        declaration.organisation(),
                        at.holder() == null ? null : at.holder().creditCode()));
        add(
                findings,
                "/customsOffice",
                "customs-office-not-in-scheme",
                office(declare.customsOffice(), at.scheme()));
        add(findings, "/remark", "remark-required", remark(declare.remark(), at.scheme()));
        return List.copyOf(findings);
    }

    static void add(List<Finding> findings, String pointer, String code, @Nullable String fault) {
        if (fault != null) {
            findings.add(new Finding(pointer, code, fault));
        }
    }

    private static List<Finding> dates(
            ImportDeclaration declaration, Declare declare, DeclarationContext at) {
        var findings = new ArrayList<Finding>();
        var number = CustomsDeclarationNumber.parse(declare.number());
        var day = declare.declaredOn();
        if (number.year() != day.getYear()) {
            findings.add(
                    new Finding(
                            "/number",
                            "declaration-year",
                            "The number is of %d, the declaration of %s."
                                    .formatted(number.year(), day)));
        }
        if (day.isAfter(at.today())) {
            findings.add(
                    new Finding(
                            "/declaredOn",
                            "day-in-future",
                            "%s is after today, %s.".formatted(day, at.today())));
        }
        var hold = declaration.hold();
        if (hold != null && day.isAfter(hold.until())) {
            findings.add(
                    new Finding(
                            "/declaredOn",
                            "reservation-over",
                            "The quantity is held until %s only.".formatted(hold.until())));
        }
        return findings;
    }

    static @Nullable String hsCode(String declared, WhitelistEntry entry) {
        var code = HsCode.parse(declared).value();
        var listed = entry.article().hsCode();
        return code.equals(listed) ? null : "%s is declared, %s listed.".formatted(code, listed);
    }

    static @Nullable String consignee(
            String named, String organisation, @Nullable String creditCode) {
        var same = named.equals(organisation) || named.equals(creditCode);
        return same ? null : "The consignee should be the entry's holder, not another unit.";
    }

    /** Offices that are not known are not enforced, and the papers say that nobody checked. */
    static @Nullable String office(String named, PilotScheme scheme) {
        var offices = offices(scheme);
        return offices.isEmpty() || offices.contains(named)
                ? null
                : "%s is not one of %s.".formatted(named, String.join(", ", offices));
    }

    static @Nullable String remark(@Nullable String remark, PilotScheme scheme) {
        var wanted = scheme.effects().declarationRemark();
        return wanted == null || (remark != null && plain(remark).contains(plain(wanted)))
                ? null
                : "The declaration's remark should read: %s".formatted(wanted);
    }

    static List<String> offices(PilotScheme scheme) {
        var offices = scheme.effects().customsOffices();
        return offices == null ? List.of() : offices;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
