package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.declaration.Decision.Go;
import org.whitelane.whitelist.declaration.Decision.Movement;
import org.whitelane.whitelist.entry.EntryState;
import org.whitelane.whitelist.entry.QuotaReading;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.scheme.Effects.QuotaMode;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.support.Fixtures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Imports of 100 g under an entry for 5000 g. */
final class Consignments {

    static final LocalDate LAST_DAY = Fixtures.TODAY.plusDays(30);
    private static final QuotaReading TOTAL = new QuotaReading(QuotaMode.TOTAL, true);
    private static final BigDecimal APPROVED = new BigDecimal("5000");

    private Consignments() {}

    static DeclarationContext context() {
        return context(TOTAL, BigDecimal.ZERO, Fixtures.TODAY);
    }

    static DeclarationContext contextOn(LocalDate day) {
        return context(TOTAL, BigDecimal.ZERO, day);
    }

    static DeclarationContext withoutReading() {
        return context(null, BigDecimal.ZERO, Fixtures.TODAY);
    }

    static DeclarationContext tolerating(BigDecimal percent) {
        return context(TOTAL, percent, Fixtures.TODAY);
    }

    private static DeclarationContext context(
            @Nullable QuotaReading reading, BigDecimal percent, LocalDate today) {
        return new DeclarationContext(
                entry(),
                Fixtures.tianjin(),
                Fixtures.members(),
                Fixtures.enterprise(),
                new Eligibility.Eligible(7),
                new DeclarationContext.Rules(reading, LAST_DAY, true, percent, null),
                today);
    }

    private static WhitelistEntry entry() {
        var article = Fixtures.dextran();
        return new WhitelistEntry(
                new UUID(0, 1),
                "TJ-2022-B1-1",
                new SchemeRef("TJ-2022", 1),
                new WhitelistEntry.Origin(new UUID(0, 2), 1, 1, new UUID(0, 3)),
                new WhitelistEntry.Holder(Fixtures.ENTERPRISE, 7, "示例甲（虚构）"),
                article,
                new WhitelistEntry.Terms(List.of("Q"), Fixtures.TODAY, null),
                EntryState.published(article, Fixtures.TODAY, Fixtures.TODAY),
                List.of(),
                1);
    }

    static ImportDeclaration plan(String amount) {
        return new ImportDeclaration(
                new UUID(0, 9),
                new UUID(0, 1),
                "TJ-2022",
                Fixtures.ENTERPRISE,
                DeclarationStatus.PLANNED,
                ImportDeclaration.Load.planned(
                        new Amount(amount, "g"), new BigDecimal(amount), QuantityUnit.GRAM),
                null,
                null,
                null,
                1);
    }

    static DeclarationCommand.Declare papers() {
        return new DeclarationCommand.Declare(
                "0202%d1000000017".formatted(Fixtures.TODAY.getYear()),
                "天津海关",
                "3913900090",
                Fixtures.ENTERPRISE,
                Fixtures.TODAY,
                null);
    }

    static ImportDeclaration in(DeclarationStatus status) {
        var plan = plan("100");
        if (status == DeclarationStatus.PLANNED) {
            return plan;
        }
        var reserved = after(plan, new DeclarationCommand.Reserve());
        return switch (status) {
            case PLANNED, RESERVED -> reserved;
            case DECLARED -> after(reserved, papers());
            case RELEASED -> after(after(reserved, papers()), new DeclarationCommand.Release(null));
            case RECEIVED, REFUSED, CANCELLED, RETURNED, EXPIRED ->
                    reserved.closed(status, "a test");
        };
    }

    private static ImportDeclaration after(
            ImportDeclaration declaration, DeclarationCommand command) {
        if (DeclarationDecider.decide(declaration, command, context()) instanceof Go go) {
            return go.after();
        }
        throw new AssertionError(declaration.status() + " " + command);
    }

    /** Thirty imports in a wild order, with a book that does what the table's UPDATEs do. */
    static void play(Random random) {
        var declarations = new ArrayList<ImportDeclaration>();
        for (var i = 0; i < 30; i++) {
            declarations.add(plan(Integer.toString(random.nextInt(1, 900))));
        }
        var reserved = BigDecimal.ZERO;
        var used = BigDecimal.ZERO;
        for (var step = 0; step < 200; step++) {
            var at = random.nextInt(declarations.size());
            var declaration = declarations.get(at);
            var context = contextOn(Fixtures.TODAY.plusDays(random.nextInt(40)));
            if (!(DeclarationDecider.decide(declaration, command(random), context)
                    instanceof Go go)) {
                continue;
            }
            var nextReserved = reserved;
            var nextUsed = used;
            switch (go.movement()) {
                case Movement.None() -> {}
                case Movement.Take() -> nextReserved = reserved.add(declaration.load().quantity());
                case Movement.Free(var amount) -> nextReserved = reserved.subtract(amount);
                case Movement.Arrive(var received, var fromHold, var freed) -> {
                    nextReserved = reserved.subtract(fromHold).subtract(freed);
                    nextUsed = used.add(received);
                }
            }
            if (nextReserved.add(nextUsed).compareTo(APPROVED) > 0) {
                continue;
            }
            declarations.set(at, go.after());
            reserved = nextReserved;
            used = nextUsed;
            check(declarations, reserved, used);
        }
    }

    private static void check(
            List<ImportDeclaration> declarations, BigDecimal reserved, BigDecimal used) {
        assertThat(reserved).isNotNegative();
        assertThat(used).isNotNegative();
        assertThat(used)
                .isEqualByComparingTo(
                        declarations.stream()
                                .map(d -> d.load().received())
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(reserved)
                .isEqualByComparingTo(
                        declarations.stream()
                                .map(ImportDeclaration::heldAmount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static DeclarationCommand command(Random random) {
        var amount = new Amount(Integer.toString(random.nextInt(1, 400)), "g");
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new DeclarationCommand.Reserve();
            case 3, 4 -> papers();
            case 5 -> new DeclarationCommand.Release(null);
            case 6 -> new DeclarationCommand.Release(amount);
            case 7 -> new DeclarationCommand.Receive(amount, random.nextBoolean());
            case 8 -> new DeclarationCommand.Cancel("a test");
            case 9 -> new DeclarationCommand.Return("a test");
            case 10 -> new DeclarationCommand.Refuse("a test");
            default -> new DeclarationCommand.Expire();
        };
    }
}
