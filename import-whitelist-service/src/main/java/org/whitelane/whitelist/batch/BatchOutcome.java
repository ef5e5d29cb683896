package org.whitelane.whitelist.batch;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.request.Refusal;

import java.util.List;

/** What came of a command on a batch: all of it or nothing. */
public sealed interface BatchOutcome {

    record Accepted(BatchRoom room) implements BatchOutcome {}

    record Refused(BatchRefusal code, String detail, List<Finding> findings)
            implements BatchOutcome {}

    /** Requests that cannot be published, each with what stands against it. */
    record Unpublishable(Refusal code, String detail, List<Finding> findings)
            implements BatchOutcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements BatchOutcome {}

    static Refused refused(BatchRefusal code, String detail) {
        return new Refused(code, detail, List.of());
    }

    /** Named after the first. */
    static Refused refused(List<BatchFinding> findings) {
        return new Refused(
                findings.getFirst().code(),
                "%d of the requests cannot be: %s"
                        .formatted(findings.size(), findings.getFirst().detail()),
                findings.stream().map(BatchFinding::finding).toList());
    }

    /**
     * One request that cannot be in the batch.
     *
     * @param index of the request as the caller, or the batch, names them
     */
    record BatchFinding(int index, BatchRefusal code, String detail) {

        Finding finding() {
            return new Finding("/requests/" + index, code.code(), detail);
        }
    }
}
