package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.DeclarationEvent;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.declaration.DeclarationAction;
import org.whitelane.whitelist.declaration.DeclarationChanged;
import org.whitelane.whitelist.declaration.ImportDeclaration;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

final class DeclarationEvents {

    private DeclarationEvents() {}

    static Written of(DeclarationChanged change) {
        return change.action() == DeclarationAction.PLAN || droppedPlan(change)
                ? internal(change)
                : new Written.Published(published(change));
    }

    /** Nobody outside ever heard of the plan. */
    private static boolean droppedPlan(DeclarationChanged change) {
        return change.after().hold() == null;
    }

    private static DeclarationEvent published(DeclarationChanged change) {
        var after = change.after();
        var id = after.id().toString();
        var entry = after.entry().toString();
        var number = change.entryNumber();
        var on = change.on().toString();
        return switch (change.action()) {
            case RESERVE -> reserved(change);
            case DECLARE -> declared(change);
            case RELEASE ->
                    new DeclarationEvent.DeclarationReleased(
                            id,
                            entry,
                            number,
                            quantity(
                                    change.after(),
                                    moved(change, ImportDeclaration.Load::released)),
                            quantity(after, after.load().released()),
                            on);
            case RECEIVE_PART, RECEIVE ->
                    new DeclarationEvent.DeclarationReceived(
                            id,
                            entry,
                            number,
                            quantity(after, moved(change, ImportDeclaration.Load::received)),
                            quantity(after, after.load().received()),
                            change.action() == DeclarationAction.RECEIVE,
                            on);
            case REFUSE ->
                    new DeclarationEvent.DeclarationRefused(
                            id, entry, number, said(after.reason()), on);
            case RETURN ->
                    new DeclarationEvent.DeclarationReturned(
                            id, entry, number, said(after.reason()), on);
            case CANCEL, DROP ->
                    new DeclarationEvent.DeclarationCancelled(
                            id, entry, number, said(after.reason()), on);
            case EXPIRE ->
                    new DeclarationEvent.DeclarationExpired(
                            id, entry, number, hold(after).until().toString());
            case PLAN -> throw new IllegalArgumentException("plans stay inside");
        };
    }

    private static DeclarationEvent reserved(DeclarationChanged change) {
        var after = change.after();
        var hold = hold(after);
        return new DeclarationEvent.DeclarationReserved(
                after.id().toString(),
                after.entry().toString(),
                change.entryNumber(),
                after.scheme(),
                after.organisation(),
                hold.organisationVersion(),
                quantity(after, after.load().quantity()),
                hold.until().toString(),
                hold.untilDefaulted());
    }

    private static DeclarationEvent declared(DeclarationChanged change) {
        var after = change.after();
        var papers = Objects.requireNonNull(after.papers(), "what is declared has papers");
        return new DeclarationEvent.DeclarationDeclared(
                after.id().toString(),
                after.entry().toString(),
                change.entryNumber(),
                papers.number(),
                papers.customsOffice(),
                papers.officeChecked(),
                papers.hsCode(),
                papers.declaredOn().toString(),
                quantity(after, after.load().quantity()));
    }

    private static BigDecimal moved(
            DeclarationChanged change, Function<ImportDeclaration.Load, BigDecimal> count) {
        var before = Objects.requireNonNull(change.before(), "it was there before");
        return count.apply(change.after().load()).subtract(count.apply(before.load()));
    }

    private static Written internal(DeclarationChanged change) {
        var after = change.after();
        return new Written.Internal(
                new InternalEvent(
                        "org.whitelane.whitelist.declaration-plan-%s.v1"
                                .formatted(
                                        change.action() == DeclarationAction.PLAN
                                                ? "made"
                                                : "dropped"),
                        after.id().toString(),
                        Map.of(
                                "declarationId", after.id().toString(),
                                "entryId", after.entry().toString(),
                                "status", after.status().name())));
    }

    private static WhitelistEvent.Quantity quantity(ImportDeclaration of, BigDecimal amount) {
        return new WhitelistEvent.Quantity(amount.toPlainString(), of.load().unit().code());
    }

    private static ImportDeclaration.Hold hold(ImportDeclaration declaration) {
        return Objects.requireNonNull(declaration.hold(), "it was reserved");
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNull(text, "the command requires it");
    }
}
