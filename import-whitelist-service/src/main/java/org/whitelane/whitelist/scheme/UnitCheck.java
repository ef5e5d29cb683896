package org.whitelane.whitelist.scheme;

/** What a unit rule can ask; the scheme's file composes and names them. */
public enum UnitCheck {
    PARTY_ACTIVE,
    IN_AREA,
    /** Values: kinds of credit flags. */
    NO_OPEN_FLAG,
    /** Values: kinds of credit flags, also of those that have ended since; with years. */
    NO_FLAG_WITHIN_YEARS,
    /** Values: types of organisations, one of which it has to be. */
    TYPE_IN,
    COMMITMENT_SIGNED,
    /** No machine can tell: the member agencies judge it. */
    JUDGED
}
