package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Ties;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.signing.SigningKey;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * What a decision on a batch may look at.
 *
 * @param ties by which names requests may know the officer's organisation
 * @param named the requests that the command is about, under lock
 * @param key the officer's active key; null when there is none, or nobody asked
 * @param revokedKeys of those that signed
 * @param nextDate the first day of the scheme's next turn; null when nothing is to be waited for
 * @param expected the versions that the caller acts on
 */
record BatchBrief(
        PilotScheme scheme,
        Members members,
        Ties ties,
        Instant now,
        LocalDate today,
        List<Named> named,
        @Nullable SigningKey key,
        List<String> revokedKeys,
        @Nullable LocalDate nextDate,
        LongPredicate expected) {

    BatchBrief {
        named = List.copyOf(named);
        revokedKeys = List.copyOf(revokedKeys);
    }

    /**
     * @param request null when there is none
     */
    record Named(UUID id, @Nullable WhitelistRequest request) {}

    BatchStep step(BatchAction action, Officer officer, @Nullable String reason) {
        return new BatchStep(action, now, officer.subject(), reason, List.of());
    }

    /** Who signs: the members that countersign or publish; the office alone where none has to. */
    List<String> signatories() {
        var governance = scheme.governance();
        var roles =
                Stream.of(Duty.PUBLISH, Duty.COUNTERSIGN)
                        .flatMap(duty -> governance.rolesWith(duty).stream())
                        .distinct()
                        .toList();
        var lead = governance.lead();
        return roles.isEmpty() && lead != null ? List.of(lead) : roles;
    }
}
