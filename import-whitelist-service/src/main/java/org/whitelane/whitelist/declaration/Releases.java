package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.Converted;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.Decision.Go;
import org.whitelane.whitelist.declaration.Decision.Movement;
import org.whitelane.whitelist.declaration.Decision.No;
import org.whitelane.whitelist.entry.EntryStatus;

import java.util.List;
import java.util.Locale;

/** What customs lets through: in parts, and nothing under a suspended or revoked entry. Pure. */
final class Releases {

    private Releases() {}

    static Decision release(
            ImportDeclaration declaration, @Nullable Amount stated, DeclarationContext at) {
        var status = at.entry().status();
        if (status == EntryStatus.SUSPENDED || status == EntryStatus.REVOKED) {
            return new No(
                    Refused.conflict(
                            "entry-" + status.name().toLowerCase(Locale.ROOT),
                            "Entry %s is %s: nothing is released under it."
                                    .formatted(at.entry().number(), status)));
        }
        var heldBack = at.rules().heldBack();
        if (heldBack != null) {
            return new No(
                    Refused.conflict(heldBack.code(), "Nothing is released. " + heldBack.detail()));
        }
        var load = declaration.load();
        var open = load.quantity().subtract(load.released());
        var converted = stated == null ? null : at.inEntryUnit(stated);
        if (converted instanceof Converted.Impossible(var why)) {
            return DeclarationDecider.notConvertible(why);
        }
        var more =
                converted instanceof Converted.To(var quantity) ? quantity.amount().value() : open;
        if (more.signum() == 0 || more.compareTo(open) > 0) {
            return new No(
                    Refused.rule(
                            "release-exceeds",
                            "Of the declared quantity %s %s are not released yet."
                                    .formatted(open.toPlainString(), load.unit()),
                            List.of(
                                    new Finding(
                                            "/quantity",
                                            "release-exceeds",
                                            "It should be at most what is not released yet."))));
        }
        return new Go(
                declaration.with(load.releasing(more)).to(DeclarationStatus.RELEASED),
                DeclarationAction.RELEASE,
                new Movement.None());
    }
}
