package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Officer;

/** What happened to a scheme. */
public sealed interface SchemeFact {

    record VersionActivated(PilotScheme scheme, Officer by) implements SchemeFact {}

    record Closed(Closing closing, Officer by) implements SchemeFact {}

    record MemberBound(String scheme, String agencyRole, String organisation, Officer by)
            implements SchemeFact {}
}
