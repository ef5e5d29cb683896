package org.whitelane.whitelist.receipt;

import org.whitelane.whitelist.core.Officer;

/** A receipt was issued; it concerns nobody but who holds it. */
public record ReceiptFact(EntryReceipt receipt, Officer by) {}
