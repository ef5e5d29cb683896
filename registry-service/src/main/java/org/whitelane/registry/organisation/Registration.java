package org.whitelane.registry.organisation;

import org.whitelane.kernel.UnifiedSocialCreditCode;

/** What came of registering a party. */
public sealed interface Registration {

    record Registered(Organisation organisation) implements Registration {}

    record CreditCodeTaken(UnifiedSocialCreditCode creditCode) implements Registration {}
}
