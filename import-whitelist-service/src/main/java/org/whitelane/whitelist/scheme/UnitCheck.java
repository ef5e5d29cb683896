package org.whitelane.whitelist.scheme;

/** What a unit rule can ask; the scheme's file composes and names them. */
public enum UnitCheck {
    PARTY_ACTIVE,
    IN_AREA,
    /** Values: kinds of credit flags. */
    NO_OPEN_FLAG,
    COMMITMENT_SIGNED,
    /** No machine can tell: the member agencies judge it. */
    JUDGED
}
