package org.whitelane.whitelist.scheme;

/** What an item rule can ask; the scheme's file composes and names them. */
public enum ItemCheck {
    /** Values: codes of uses. */
    USE_IN,
    /** Values: countries, ISO 3166-1 alpha-3. */
    ORIGIN_NOT_IN,
    /** Values: CAS numbers. */
    CAS_NOT_IN,
    /** Values: beginnings of HS codes. */
    HS_PREFIX_IN,
    HS_PREFIX_NOT_IN,
    /** Values: units of measure. */
    UNIT_IN,
    /** No machine can tell: the member agencies judge it. */
    JUDGED
}
