package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Amount;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What customs wants to know with the papers in hand.
 *
 * @param unit id or unified social credit code of the consignee
 * @param on day of the declaration
 * @param remark as it stands on the papers
 * @param reservation the import's declaration here, whose held quantity counts as its own
 */
public record CustomsQuestion(
        String entryNumber,
        String unit,
        String hsCode,
        Amount quantity,
        LocalDate on,
        String customsOffice,
        @Nullable String remark,
        @Nullable UUID reservation) {}
