package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;

/** What happened to a batch and its entries. */
public sealed interface BatchFact {

    record BatchPublished(Batch batch, PilotScheme scheme, List<WhitelistEntry> entries, Officer by)
            implements BatchFact {}

    record EntryActivated(WhitelistEntry entry, Officer by) implements BatchFact {}

    record EntryQuestioned(WhitelistEntry before, WhitelistEntry entry, Question question)
            implements BatchFact {}

    record EntryEligibleAgain(WhitelistEntry before, WhitelistEntry entry) implements BatchFact {}
}
