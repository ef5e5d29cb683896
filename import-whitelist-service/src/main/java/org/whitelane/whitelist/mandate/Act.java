package org.whitelane.whitelist.mandate;

/** What an agent may do for a unit. */
public enum Act {
    /** Draft, revise, attach and delete documents, withdraw a draft. */
    DRAFT,
    /** Submit, supply, withdraw what was submitted. */
    SUBMIT,
    /** Read the unit's requests; whoever may draft or submit may read as well. */
    READ
}
