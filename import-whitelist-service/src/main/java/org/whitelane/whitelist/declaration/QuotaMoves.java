package org.whitelane.whitelist.declaration;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.declaration.Decision.Movement;
import org.whitelane.whitelist.entry.Draw;
import org.whitelane.whitelist.entry.Entries;
import org.whitelane.whitelist.entry.EntryRights;
import org.whitelane.whitelist.entry.QuotaBook;
import org.whitelane.whitelist.entry.UnitHolds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Does in the entry's book what was decided about a declaration. */
@Component
class QuotaMoves {

    private final QuotaBook book;
    private final Entries entries;
    private final UnitHolds holds;

    QuotaMoves(QuotaBook book, Entries entries, UnitHolds holds) {
        this.book = book;
        this.entries = entries;
        this.holds = holds;
    }

    /** Empty when the book took it; else the caller rolls back. */
    Optional<Refused> move(
            Decision.Go decision,
            ImportDeclaration declaration,
            DeclarationContext context,
            Officer by) {
        return switch (decision.movement()) {
            case Movement.None() -> Optional.empty();
            case Movement.Take() -> take(decision.after(), context, by);
            case Movement.Free(var amount) -> {
                book.giveBack(declaration.drawn(), amount, decision.action().code(), by);
                yield Optional.empty();
            }
            case Movement.Arrive arrive -> arrive(arrive, declaration, decision, by);
        };
    }

    private Optional<Refused> take(
            ImportDeclaration declaration, DeclarationContext context, Officer by) {
        var hold = Objects.requireNonNull(declaration.hold(), "a reservation holds");
        var load = declaration.load();
        var draw =
                new Draw(
                        declaration.entry(),
                        declaration.id(),
                        load.quantity(),
                        load.unit(),
                        hold.reading(),
                        hold.year(),
                        hold.until());
        var reserved = book.reserve(draw, by);
        // the entry is locked by now: who suspends its unit has done so, or waits for us
        return reserved.isPresent() && holds.against(reserved.get()).isEmpty()
                ? Optional.empty()
                : Optional.of(refused(declaration, hold, context));
    }

    /** The entry said no in one word; what stands against it is read afterwards. */
    private Refused refused(
            ImportDeclaration declaration,
            ImportDeclaration.Hold hold,
            DeclarationContext context) {
        var entry = entries.find(declaration.entry()).orElseThrow();
        var findings = new ArrayList<Finding>(EntryRights.against(entry, context.today(), ""));
        holds.against(entry).ifPresent(findings::add);
        findings.addAll(
                EntryRights.against(
                        entry,
                        hold.reading(),
                        declaration.load().quantity(),
                        BigDecimal.ZERO,
                        context.today()));
        if (declaration.load().unit() != entry.state().quota().unit()) {
            findings.add(
                    new Finding(
                            "/quantity/unit",
                            "unit-changed",
                            "The entry counts in %s by now; plan anew."
                                    .formatted(entry.state().quota().unit())));
        }
        return findings.isEmpty()
                ? Refused.conflict("busy", "The entry changed meanwhile; try again.")
                : Refused.rule(
                        "entry-does-not-allow",
                        "Entry %s does not allow it now.".formatted(entry.number()),
                        List.copyOf(findings));
    }

    private Optional<Refused> arrive(
            Movement.Arrive arrive,
            ImportDeclaration declaration,
            Decision.Go decision,
            Officer by) {
        if (arrive.received().signum() > 0
                && book.use(declaration.drawn(), arrive.fromHold(), arrive.received(), by)
                        .isEmpty()) {
            return Optional.of(
                    Refused.rule(
                            "quota-exceeded",
                            "More arrived than the entry's quota has left.",
                            List.of(
                                    new Finding(
                                            "/quantity",
                                            "quota-exceeded",
                                            "The excess is not covered by the entry."))));
        }
        if (arrive.freed().signum() > 0) {
            book.giveBack(declaration.drawn(), arrive.freed(), decision.action().code(), by);
        }
        return Optional.empty();
    }
}
