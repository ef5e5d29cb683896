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
    /** Nothing lets the organisation act for the unit that it names. */
    NO_MANDATE,
    /** It acts for the unit, but not in this. */
    MANDATE_INSUFFICIENT,
    /** Who acts for another is suspended or deregistered. */
    AGENT_NOT_ACTIVE,
    /** Whoever recognises is not the only one who judged. */
    SOLE_REVIEWER,
    ILLEGAL_MOVE,
    SCHEME_NOT_OPEN,
    /** What is known of the scheme does not suffice to decide by it. */
    SCHEME_INCOMPLETE,
    SCHEME_FIXED,
    /** The scheme has no lower level that recommends. */
    SINGLE_LEVEL,
    RECOMMENDATION_MISSING,
    /** Every level below the office has spoken. */
    ALREADY_RECOMMENDED,
    /** Another level's turn. */
    OTHER_LEVEL,
    CORRECTION_ALREADY_REQUESTED,
    MEMBERS_NOT_BOUND,
    OPINIONS_MISSING,
    NOT_ALL_AGREED,
    PARTY_NOT_KNOWN_YET,
    /** At the desks: nothing is there, or another officer holds it. */
    NOTHING_WAITS,
    NOT_WAITING,
    NOT_CLAIMED,
    CLAIMED_BY_COLLEAGUE,
    OPINION_INCOMPLETE,
    RULING_INCOMPLETE,
    /** The decision's limit is extended once, and before it ends. */
    EXTENDED_BEFORE,
    PERIOD_OVER,
    /** The scheme does not say that silence accepts, or the period still runs. */
    NOT_DEEMED,
    PERIOD_RUNNING,
    UNKNOWN_SCHEME,
    /** In a batch: the same request twice, a request of another scheme, a right that exists. */
    REQUEST_TWICE,
    OTHER_SCHEME,
    ENTRY_ALREADY_ACTIVE,
    DOCUMENT_TWICE,
    TOO_MANY_DOCUMENTS,
    /** What a request refers to ended, or was never its unit's. */
    ENTRY_NOT_LIVE,
    /** One batch does one thing to an entry. */
    ENTRY_TWICE,
    RULE_REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
