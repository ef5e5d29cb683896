package org.whitelane.whitelist.request;

import java.util.Locale;

/** Why a command was refused; the name is the stable code. */
public enum Refusal {
    /** Not there, or not for this officer's eyes. */
    NOT_FOUND,
    ROLE_MISSING,
    NOT_THE_APPLICANT,
    NOT_THE_OFFICE,
    /** The organisation sits at the table, but for something else. */
    DUTY_MISSING,
    NOT_A_REVIEWER,
    /** Nobody decides on their own organisation's request. */
    OWN_REQUEST,
    /** Whoever recognises is not the only one who judged. */
    SOLE_REVIEWER,
    ILLEGAL_MOVE,
    SCHEME_NOT_OPEN,
    SCHEME_FIXED,
    /** The scheme has no lower level that recommends. */
    SINGLE_LEVEL,
    RECOMMENDATION_MISSING,
    CORRECTION_ALREADY_REQUESTED,
    MEMBERS_NOT_BOUND,
    OPINION_ALREADY_GIVEN,
    OPINIONS_MISSING,
    NOT_ALL_AGREED,
    PARTY_NOT_KNOWN_YET,
    REASON_REQUIRED,
    UNKNOWN_SCHEME,
    /** In a batch: the same request twice, a request of another scheme, a right that exists. */
    REQUEST_TWICE,
    OTHER_SCHEME,
    ENTRY_ALREADY_ACTIVE,
    RULE_REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
