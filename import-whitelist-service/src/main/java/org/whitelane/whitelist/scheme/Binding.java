package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.party.Party;

import java.util.List;

/** What came of seating an agency. */
public sealed interface Binding {

    /**
     * @param revision of the scheme with its table from now on
     */
    record Bound(String scheme, String agencyRole, String organisation, long revision)
            implements Binding {}

    /** The caller has read another revision. */
    record OtherRevision(long current) implements Binding {}

    record NoSuchScheme(String code) implements Binding {}

    record NoSuchRole(String agencyRole, List<String> known) implements Binding {}

    record NotKnownYet(String detail) implements Binding {}

    /** Not active, or no authority. */
    record NoAuthority(Party party) implements Binding {}

    /** The role has an organisation, or the organisation has a role. */
    record Taken() implements Binding {}
}
