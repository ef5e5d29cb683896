package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;

import java.time.Instant;
import java.util.List;

/**
 * @param types in full: names or, ending in {@code *}, how names begin
 * @param reason the operator's, for the reader
 * @param since when it came into this state
 */
record GrantView(
        long version,
        String stream,
        String issuer,
        String subject,
        List<String> types,
        Grant.State state,
        @Nullable String reason,
        Instant since)
        implements Versioned {

    static GrantView of(Grant grant) {
        return new GrantView(
                grant.version(),
                grant.stream(),
                grant.reader().issuer(),
                grant.reader().subject(),
                grant.types().patterns(),
                grant.state(),
                grant.reason(),
                grant.since());
    }
}
