package org.whitelane.whitelist.declaration;

import static org.whitelane.whitelist.declaration.DeclarationStatus.RESERVED;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.Decision.Go;
import org.whitelane.whitelist.declaration.Decision.Movement;
import org.whitelane.whitelist.declaration.Decision.No;
import org.whitelane.whitelist.declaration.DeclarationCommand.Receive;
import org.whitelane.whitelist.scheme.Eligibility;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether a declaration can make a move, and what of the quota moves with it. Pure. */
final class DeclarationDecider {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private DeclarationDecider() {}

    /** What stands against the officer, whatever the status. */
    static Optional<Refused> objection(
            ImportDeclaration declaration,
            DeclarationAction action,
            Officer officer,
            DeclarationContext at) {
        if (action.who() == DeclarationAction.Who.SYSTEM) {
            return Optional.empty();
        }
        var owner = officer.actsFor(declaration.organisation());
        var member = at.members().isMember(officer.organisation());
        if (!owner && !member && !officer.isAuditor()) {
            return Optional.of(Refused.notFound("Declaration " + declaration.id()));
        }
        var roles = action.who().roles();
        if (!officer.hasAnyOf(roles)) {
            return Optional.of(
                    Refused.forbidden(
                            "role-missing",
                            "To %s needs the role %s."
                                    .formatted(action.code(), String.join(" or ", roles))));
        }
        return switch (action.who()) {
            case UNIT -> unless(owner, "not-the-holder", "Only the holder's officers do this.");
            case CUSTOMS ->
                    owner
                            ? unless(
                                    false,
                                    "own-declaration",
                                    "Nobody decides on a declaration of their own organisation.")
                            : unless(
                                    member,
                                    "not-at-the-table",
                                    "Only a member agency's customs officers do this.");
            case SYSTEM -> Optional.empty();
        };
    }

    static Decision decide(
            ImportDeclaration declaration, DeclarationCommand command, DeclarationContext at) {
        var to = command.action().from(declaration.status());
        if (to.isEmpty()) {
            return new No(
                    Refused.illegalMove(
                            "Declaration " + declaration.id(),
                            declaration.status(),
                            command.action().code(),
                            DeclarationMoves.from(declaration.status())));
        }
        return switch (command) {
            case DeclarationCommand.Reserve _ -> reserve(declaration, at);
            case DeclarationCommand.Declare declare -> declare(declaration, declare, at);
            case DeclarationCommand.Release(var quantity) ->
                    Releases.release(declaration, quantity, at);
            case DeclarationCommand.Refuse(var why) -> end(declaration, command, to.get(), why);
            case DeclarationCommand.Return(var why) -> end(declaration, command, to.get(), why);
            case DeclarationCommand.Cancel(var why) -> end(declaration, command, to.get(), why);
            case DeclarationCommand.Drop(var why) -> end(declaration, command, to.get(), why);
            case DeclarationCommand.Expire _ -> expire(declaration, command, at);
            case Receive receive -> Receipts.receive(declaration, receive, at);
        };
    }

    /** The quantity itself is judged under the entry's lock, by the book. */
    private static Decision reserve(ImportDeclaration declaration, DeclarationContext at) {
        var reading = at.rules().reading();
        if (reading == null) {
            return new No(
                    Refused.conflict(
                            "quota-mode-not-known",
                            "Scheme %s does not say whether the approved quantity is a total, a year's"
                                            .formatted(at.scheme().reference())
                                    + " or a consignment's, and this service is not configured to"
                                    + " read it."));
        }
        return switch (at.eligibility()) {
            case Eligibility.NotKnownYet(var detail) -> new No(Refused.notKnownYet(detail));
            case Eligibility.Ineligible(var findings, _) ->
                    new No(
                            Refused.rule(
                                    "rule-refused",
                                    "The holder is not eligible under %s now."
                                            .formatted(at.scheme().reference()),
                                    findings));
            case Eligibility.Eligible(var version) -> {
                var hold =
                        new ImportDeclaration.Hold(
                                declaration.load().quantity(),
                                reading,
                                reading.yearOf(at.today()),
                                version,
                                at.rules().until(),
                                at.rules().untilDefaulted());
                yield new Go(
                        declaration.with(hold).to(RESERVED),
                        DeclarationAction.RESERVE,
                        new Movement.Take());
            }
        };
    }

    private static Decision declare(
            ImportDeclaration declaration,
            DeclarationCommand.Declare declare,
            DeclarationContext at) {
        var findings = CustomsPapers.against(declaration, declare, at);
        if (!findings.isEmpty()) {
            return new No(
                    Refused.rule(
                            "declaration-refused",
                            "The customs declaration does not fit the entry: %d fault%s."
                                    .formatted(findings.size(), findings.size() == 1 ? "" : "s"),
                            findings));
        }
        return new Go(
                declaration
                        .with(CustomsPapers.of(declare, at.scheme()))
                        .to(DeclarationStatus.DECLARED),
                DeclarationAction.DECLARE,
                new Movement.None());
    }

    private static Decision expire(
            ImportDeclaration declaration, DeclarationCommand command, DeclarationContext at) {
        var hold = declaration.hold();
        if (hold == null || !at.today().isAfter(hold.until())) {
            return new No(Refused.conflict("reservation-holds", "The reservation still holds."));
        }
        return end(
                declaration,
                command,
                DeclarationStatus.EXPIRED,
                "Not declared by %s.".formatted(hold.until()));
    }

    /** What is still held goes back; what arrived stays used. */
    private static Decision end(
            ImportDeclaration declaration,
            DeclarationCommand command,
            DeclarationStatus to,
            String why) {
        var held = declaration.heldAmount();
        return new Go(
                declaration.closed(to, why),
                command.action(),
                held.signum() > 0 ? new Movement.Free(held) : new Movement.None());
    }

    static No notConvertible(String why) {
        return new No(
                Refused.rule(
                        "unit-not-convertible",
                        why,
                        List.of(new Finding("/quantity/unit", "unit-not-convertible", why))));
    }

    static BigDecimal withTolerance(BigDecimal released, BigDecimal percent) {
        return released.add(released.multiply(percent).divide(HUNDRED));
    }

    private static Optional<Refused> unless(boolean fine, String code, String detail) {
        return fine ? Optional.empty() : Optional.of(Refused.forbidden(code, detail));
    }
}
