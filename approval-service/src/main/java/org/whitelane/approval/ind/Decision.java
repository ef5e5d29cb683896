package org.whitelane.approval.ind;

/** How the permission came about. */
public enum Decision {
    /** By a notice. */
    APPROVED,
    /**
     * The legal period of 60 working days passed without an objection (Drug Administration Law Art.
     * 19). A notice may still have been issued.
     */
    IMPLIED
}
