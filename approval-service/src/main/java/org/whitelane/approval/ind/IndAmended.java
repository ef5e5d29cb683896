package org.whitelane.approval.ind;

/**
 * In-process: a record was corrected or revoked, in the transaction that is still open.
 *
 * @param before as it stood until now
 * @param amendedBy the steward's opaque credential id
 */
public record IndAmended(Ind before, Ind ind, String amendedBy) {}
