package org.whitelane.approval.ind;

import java.util.List;

/** What became of an attempt to record, correct or revoke an approval. */
public sealed interface Outcome {

    /** As it stands now. */
    record Recorded(Ind ind) implements Outcome {}

    /** The caller had read another version. */
    record OtherVersion(long current) implements Outcome {}

    record Refused(List<Refusal> refusals) implements Outcome {}

    /** Another record has the number, or the record itself is in the way. */
    record Taken(String code, String detail) implements Outcome {}

    /**
     * One rule that the facts break.
     *
     * @param pointer JSON pointer to the fact
     * @param code stable, kebab-case
     */
    record Refusal(String pointer, String code, String detail) {}
}
