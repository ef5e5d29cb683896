package org.whitelane.chassis.keys;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a page of stack trace into two sentences for the operator. */
final class KeyFileFailureAnalyzer extends AbstractFailureAnalyzer<KeyFileUnusable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, KeyFileUnusable cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Let whitelane.signing.key-file name the file this database was used with. For a"
                    + " new database make one: head -c 32 /dev/urandom | base64 > FILE; chmod 600"
                    + " FILE.",
                cause);
    }
}
