package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.Converted;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.Decision.Go;
import org.whitelane.whitelist.declaration.Decision.Movement;
import org.whitelane.whitelist.declaration.Decision.No;
import org.whitelane.whitelist.declaration.DeclarationCommand.Receive;

import java.math.BigDecimal;
import java.util.List;

/** What arrives at the unit: in parts, and never more than was released and is tolerated. Pure. */
final class Receipts {

    private Receipts() {}

    static Decision receive(ImportDeclaration declaration, Receive receive, DeclarationContext at) {
        var stated = receive.quantity();
        if (stated == null) {
            return receive.last()
                    ? received(declaration, BigDecimal.ZERO, true)
                    : new No(
                            Refused.rule(
                                    "quantity-required",
                                    "Only the last receipt can be without a quantity.",
                                    List.of(
                                            new Finding(
                                                    "/quantity",
                                                    "quantity-required",
                                                    "It should say how much arrived."))));
        }
        return switch (at.inEntryUnit(stated)) {
            case Converted.Impossible(var why) -> DeclarationDecider.notConvertible(why);
            case Converted.To(var quantity) -> {
                var more = quantity.amount().value();
                var excess = excess(declaration, more, at.rules().overReceiptPercent());
                yield excess == null ? received(declaration, more, receive.last()) : new No(excess);
            }
        };
    }

    private static @Nullable Refused excess(
            ImportDeclaration declaration, BigDecimal more, BigDecimal percent) {
        var load = declaration.load();
        var limit = DeclarationDecider.withTolerance(load.released(), percent);
        var left = limit.subtract(load.received());
        if (more.compareTo(left) <= 0) {
            return null;
        }
        var detail =
                "%s %s were released and %s received; at most %s more may arrive (tolerance %s %%)."
                        .formatted(
                                load.released().toPlainString(),
                                load.unit(),
                                load.received().toPlainString(),
                                left.toPlainString(),
                                percent.toPlainString());
        return Refused.rule(
                "over-receipt", detail, List.of(new Finding("/quantity", "over-receipt", detail)));
    }

    /** All of it has arrived when nothing is held any more, whether or not somebody said so. */
    private static Go received(ImportDeclaration declaration, BigDecimal more, boolean last) {
        var held = declaration.heldAmount();
        var fromHold = more.min(held);
        var left = held.subtract(fromHold);
        var over = last || left.signum() == 0;
        var arrived = declaration.with(declaration.load().receiving(more));
        var hold = arrived.hold();
        return new Go(
                over || hold == null
                        ? arrived.closed(DeclarationStatus.RECEIVED, null)
                        : arrived.with(hold.left(left)),
                over ? DeclarationAction.RECEIVE : DeclarationAction.RECEIVE_PART,
                new Movement.Arrive(more, fromHold, over ? left : BigDecimal.ZERO));
    }
}
