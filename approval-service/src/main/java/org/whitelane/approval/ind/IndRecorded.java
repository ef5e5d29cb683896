package org.whitelane.approval.ind;

/**
 * In-process: an approval entered the register, in the transaction that is still open.
 *
 * @param recordedBy the steward's opaque credential id
 */
public record IndRecorded(Ind ind, String recordedBy) {}
