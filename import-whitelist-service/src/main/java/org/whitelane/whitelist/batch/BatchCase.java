package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.desk.DueDays;
import org.whitelane.whitelist.request.WhitelistRequest;

/**
 * A request in a batch.
 *
 * @param disclosure the last day on which it may be made public (Open Government Information
 *     Regulations Art. 26: 20 working days, unless the scheme says otherwise); null once it is
 *     public, and where no limit runs
 */
public record BatchCase(WhitelistRequest request, DueDays.@Nullable Due disclosure) {}
