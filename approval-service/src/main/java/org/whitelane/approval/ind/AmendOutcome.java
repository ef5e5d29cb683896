package org.whitelane.approval.ind;

import java.util.List;

/** What became of an attempt to correct or revoke a record. */
public sealed interface AmendOutcome {

    record Amended(Ind ind) implements AmendOutcome {}

    /** The caller had read another version. */
    record OtherVersion(long current) implements AmendOutcome {}

    record Refused(List<Outcome.Refusal> refusals) implements AmendOutcome {}

    /** The record, or another one, is in the way. */
    record InTheWay(String code, String detail) implements AmendOutcome {}
}
