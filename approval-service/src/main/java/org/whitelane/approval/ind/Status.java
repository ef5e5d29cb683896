package org.whitelane.approval.ind;

/** Whether an approval in the register holds. */
public enum Status {
    RECORDED,
    REVOKED
}
