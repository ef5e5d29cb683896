package org.whitelane.whitelist.replacement;

import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.scheme.Closing;

/** What came of an order. */
public sealed interface ReplacementOutcome {

    record Ordered(Closing closing) implements ReplacementOutcome {}

    record Not(Refused refused) implements ReplacementOutcome {}
}
