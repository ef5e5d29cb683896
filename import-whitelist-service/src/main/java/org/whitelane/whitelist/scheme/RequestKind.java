package org.whitelane.whitelist.scheme;

/** What a request can ask for; a scheme may ask other documents for each. */
public enum RequestKind {
    /** Articles of a unit to the list. */
    NEW,
    /** Further articles of a unit that is listed. */
    ADD_ITEM,
    /** Another quantity, specification, maker or project of a listed article. */
    CHANGE,
    /** More time for a listed article. */
    RENEWAL,
    /** Off the list, by the unit's own wish. */
    WITHDRAW_LISTING;

    /** Whether each item names the entry that it is about. */
    public boolean refersToEntries() {
        return this == CHANGE || takesArticlesFromEntries();
    }

    /** Whether the entry says the article, and not the applicant. */
    public boolean takesArticlesFromEntries() {
        return this == RENEWAL || this == WITHDRAW_LISTING;
    }
}
