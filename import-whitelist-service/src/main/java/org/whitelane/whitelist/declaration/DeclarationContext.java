package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.Converted;
import org.whitelane.kernel.Quantity;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.entry.QuotaReading;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.scheme.Eligibility;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a decision about a declaration looks at.
 *
 * @param holder absent where the party has not arrived here
 * @param eligibility of the holder today
 */
record DeclarationContext(
        WhitelistEntry entry,
        PilotScheme scheme,
        Members members,
        @Nullable Party holder,
        Eligibility eligibility,
        Rules rules,
        LocalDate today) {

    /**
     * @param reading absent where nobody says what the approved quantity limits
     * @param until last day to declare what is reserved today
     * @param untilDefaulted that day is not by the scheme's own limit
     * @param overReceiptPercent how much more than was released may arrive
     * @param heldBack that the unit's place in the directory is suspended; null where it is not
     */
    record Rules(
            @Nullable QuotaReading reading,
            LocalDate until,
            boolean untilDefaulted,
            BigDecimal overReceiptPercent,
            @Nullable Finding heldBack) {}

    /** In the entry's unit, exactly or not at all. */
    Converted inEntryUnit(Amount amount) {
        return entry.article()
                .conversion()
                .convert(Quantity.of(amount.amount(), amount.unit()), entry.state().quota().unit());
    }
}
