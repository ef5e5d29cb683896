package org.whitelane.chassis.journal;

/** Whether what lies in the database is what was written there. */
enum AuditProof {
    /** Recomputed from what lies there, and equal. */
    HOLDS,
    /** Somebody changed it. */
    ALTERED,
    /** An entry that has no place in its chain yet. */
    PENDING,
    /** A private part that was erased by the erasure of a person. */
    ERASED,
    /** A private part that was lost with a database; the entry was taken over from its topic. */
    LOST,
    /** A private part that is gone although nobody erased it in the ordinary way. */
    MISSING
}
