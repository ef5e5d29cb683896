package org.whitelane.approval.ind;

import java.util.List;

/** What became of an attempt to record an approval. */
public sealed interface Outcome {

    record Recorded(Ind ind) implements Outcome {}

    record Refused(List<Refusal> refusals) implements Outcome {}

    /** Another record has the number. */
    record Taken(String code, String detail) implements Outcome {}

    /**
     * One rule that the facts break.
     *
     * @param pointer JSON pointer to the fact
     * @param code stable, kebab-case
     */
    record Refusal(String pointer, String code, String detail) {}
}
