package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.request.Refusal;

import java.util.List;

/** What came of publishing: all of it or nothing. */
public sealed interface BatchOutcome {

    record Published(Batch batch, List<WhitelistEntry> entries) implements BatchOutcome {}

    record Refused(Refusal code, String detail, List<Finding> findings) implements BatchOutcome {}
}
