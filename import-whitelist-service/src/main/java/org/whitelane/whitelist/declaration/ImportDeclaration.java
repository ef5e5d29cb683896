package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.entry.Draw;
import org.whitelane.whitelist.entry.QuotaReading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One import of one article under an entry, from the unit's plan to the goods at its door.
 *
 * @param hold absent before the reservation
 * @param papers absent before customs has the declaration
 * @param reason why it was refused, cancelled, sent back or has expired
 * @param version for optimistic locking
 */
public record ImportDeclaration(
        UUID id,
        UUID entry,
        String scheme,
        String organisation,
        DeclarationStatus status,
        Load load,
        @Nullable Hold hold,
        @Nullable Papers papers,
        @Nullable String reason,
        int version) {

    /**
     * @param stated as the unit said it; the others are in the entry's unit
     * @param released what customs let through so far
     * @param received what has arrived so far; more than was released only within the tolerance
     */
    public record Load(
            Amount stated,
            BigDecimal quantity,
            QuantityUnit unit,
            BigDecimal released,
            BigDecimal received) {

        public Load {
            quantity = plain(quantity);
            released = plain(released);
            received = plain(received);
        }

        static Load planned(Amount stated, BigDecimal quantity, QuantityUnit unit) {
            return new Load(stated, quantity, unit, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        Load releasing(BigDecimal more) {
            return new Load(stated, quantity, unit, released.add(more), received);
        }

        Load receiving(BigDecimal more) {
            return new Load(stated, quantity, unit, released, received.add(more));
        }
    }

    /**
     * What the entry keeps for it.
     *
     * @param held what is neither received nor given back
     * @param reading how the scheme's quota was read, for good
     * @param organisationVersion version of the party's record that the reservation saw
     * @param until last day to declare
     * @param untilDefaulted that day is not by the scheme's own limit
     */
    public record Hold(
            BigDecimal held,
            QuotaReading reading,
            int year,
            long organisationVersion,
            LocalDate until,
            boolean untilDefaulted) {

        public Hold {
            held = plain(held);
        }

        Hold left(BigDecimal left) {
            return new Hold(left, reading, year, organisationVersion, until, untilDefaulted);
        }
    }

    /**
     * @param number 18 digits
     * @param officeChecked false where the scheme's customs offices are not known, so that any was
     *     taken
     */
    public record Papers(
            String number,
            String customsOffice,
            boolean officeChecked,
            String hsCode,
            LocalDate declaredOn,
            @Nullable String remark) {}

    BigDecimal heldAmount() {
        return hold == null ? BigDecimal.ZERO : hold.held();
    }

    /** For the quota's book. */
    Draw.Hold drawn() {
        if (hold == null) {
            throw new IllegalStateException("declaration %s holds nothing".formatted(id));
        }
        return new Draw.Hold(entry, id, hold.year());
    }

    ImportDeclaration to(DeclarationStatus next) {
        return new ImportDeclaration(
                id, entry, scheme, organisation, next, load, hold, papers, reason, version);
    }

    ImportDeclaration with(Load newLoad) {
        return new ImportDeclaration(
                id, entry, scheme, organisation, status, newLoad, hold, papers, reason, version);
    }

    ImportDeclaration with(Hold newHold) {
        return new ImportDeclaration(
                id, entry, scheme, organisation, status, load, newHold, papers, reason, version);
    }

    ImportDeclaration with(Papers newPapers) {
        return new ImportDeclaration(
                id, entry, scheme, organisation, status, load, hold, newPapers, reason, version);
    }

    /** Over, and nothing is held any more. */
    ImportDeclaration closed(DeclarationStatus end, @Nullable String why) {
        return new ImportDeclaration(
                id,
                entry,
                scheme,
                organisation,
                end,
                load,
                hold == null ? null : hold.left(BigDecimal.ZERO),
                papers,
                why,
                version);
    }

    ImportDeclaration saved() {
        return new ImportDeclaration(
                id, entry, scheme, organisation, status, load, hold, papers, reason, version + 1);
    }

    /** So that 12.500000 from a table equals 12.5. */
    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), 0));
    }
}
