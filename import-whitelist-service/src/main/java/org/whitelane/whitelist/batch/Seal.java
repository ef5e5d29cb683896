package org.whitelane.whitelist.batch;

import static org.whitelane.whitelist.batch.BatchOutcome.refused;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.batch.BatchOutcome.Accepted;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.signing.DetachedJws;
import org.whitelane.whitelist.signing.SigningKey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;

/** Signatures on what is frozen, and who may break the seal. Pure. */
record Seal(BatchRoom room, Officer officer, BatchBrief at) {

    /** Nobody plans a list for longer; a typing error in the year does. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    BatchOutcome sign(BatchCommand.Sign sign) {
        var role = at.members().roleOf(officer.organisation()).orElseThrow();
        if (room.signatureOf(role).isPresent()) {
            return refused(BatchRefusal.ALREADY_SIGNED, "%s has signed already.".formatted(role));
        }
        var key = at.key();
        if (key == null || !officer.actsFor(key.organisation())) {
            return refused(
                    BatchRefusal.NO_SIGNING_KEY,
                    "The credential has no active signing key for its organisation.");
        }
        var frozen = frozen();
        if (sign.signedOn().isAfter(at.today())
                || sign.signedOn().isBefore(LocalDate.ofInstant(frozen.at(), LegalDays.ZONE))) {
            return refused(
                    BatchRefusal.SIGNATURE_DATE_REFUSED,
                    "Must be between the day of freezing and today, %s.".formatted(at.today()));
        }
        var statement = frozen.statement(room, role, key.organisation(), sign.signedOn());
        return DetachedJws.refusal(sign.jws(), statement, key.key())
                .<BatchOutcome>map(why -> refused(BatchRefusal.SIGNATURE_REFUSED, why))
                .orElseGet(() -> signed(role, key, sign, statement));
    }

    private BatchOutcome signed(
            String role, SigningKey key, BatchCommand.Sign sign, String statement) {
        var after =
                room.withSignature(
                        new BatchSignature(
                                role,
                                key.organisation(),
                                officer.subject(),
                                key.id(),
                                key.key().x(),
                                sign.signedOn(),
                                statement,
                                sign.jws()));
        var complete =
                frozen().signatories().stream().allMatch(r -> after.signatureOf(r).isPresent());
        return new Accepted(
                after.moved(
                        complete ? BatchStatus.SIGNED : BatchStatus.FROZEN,
                        at.step(BatchAction.SIGN, officer, null)));
    }

    BatchOutcome schedule(BatchCommand.Schedule schedule, Supplier<BatchOutcome> then) {
        if (!schedule.at().isAfter(at.now()) || schedule.at().isAfter(at.now().plus(FARTHEST))) {
            return refused(
                    BatchRefusal.EMBARGO_REFUSED,
                    "Must lie ahead, by at most %d days.".formatted(FARTHEST.toDays()));
        }
        var day = LocalDate.ofInstant(schedule.at(), LegalDays.ZONE);
        return breaking(day, schedule.earlyReason(), then);
    }

    /**
     * Four eyes: the credential that publishes (or sets the time) has not frozen the batch, and is
     * not the only one that signed it.
     */
    BatchOutcome breaking(
            LocalDate day, @Nullable String earlyReason, Supplier<BatchOutcome> then) {
        var alone = room.signatures().stream().allMatch(s -> s.signer().equals(officer.subject()));
        if (alone || frozen().by().equals(officer.subject())) {
            return refused(
                    BatchRefusal.SECOND_PERSON_NEEDED,
                    "Who publishes has neither frozen the batch nor been the only one to sign it.");
        }
        var next = at.nextDate();
        if (next != null && day.isBefore(next) && earlyReason == null) {
            return refused(
                    BatchRefusal.CADENCE_NOT_REACHED,
                    "%s publishes %s, next from %s on; before that with an earlyReason only."
                            .formatted(room.scheme(), at.scheme().governance().cadence(), next));
        }
        return intact(then);
    }

    /** A key revoked since then is no longer trusted: that agency signs again. */
    BatchOutcome intact(Supplier<BatchOutcome> then) {
        return at.revokedKeys().isEmpty()
                ? then.get()
                : refused(
                        BatchRefusal.SIGNATURE_KEY_REVOKED,
                        "Revoked since they signed: %s. Unfreeze, and let the agencies sign again."
                                .formatted(String.join(", ", at.revokedKeys())));
    }

    private FrozenContent frozen() {
        return Objects.requireNonNull(room.frozen(), "the move table asks for it");
    }
}
