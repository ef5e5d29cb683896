package org.whitelane.whitelist.receipt;

import org.whitelane.whitelist.core.Refused;

/** What came of asking for a receipt. */
public sealed interface ReceiptOutcome {

    /**
     * @param fresh false where there was one that says the same
     */
    record Issued(EntryReceipt receipt, boolean fresh) implements ReceiptOutcome {}

    record Not(Refused refused) implements ReceiptOutcome {}
}
