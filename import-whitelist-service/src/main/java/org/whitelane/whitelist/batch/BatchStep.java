package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;

import java.time.Instant;
import java.util.List;

/**
 * One move, as it was made.
 *
 * @param by the officer's credential
 * @param findings what stood against a release
 */
public record BatchStep(
        BatchAction action,
        Instant at,
        String by,
        @Nullable String reason,
        List<Finding> findings) {

    public BatchStep {
        findings = List.copyOf(findings);
    }
}
