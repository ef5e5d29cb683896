package org.whitelane.registry.organisation;

import org.whitelane.registry.core.Act;

/** Told within the transaction of each change. */
public sealed interface OrganisationHappened {

    Act act();

    record Registered(Organisation organisation, Act act) implements OrganisationHappened {}

    record Changed(Organisation before, Organisation after, Act act)
            implements OrganisationHappened {}

    record FlagRaised(Organisation organisation, CreditFlag flag, Act act)
            implements OrganisationHappened {}

    record FlagLifted(Organisation organisation, CreditFlag before, CreditFlag after, Act act)
            implements OrganisationHappened {}
}
