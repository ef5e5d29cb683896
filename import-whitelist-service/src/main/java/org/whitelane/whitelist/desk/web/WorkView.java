package org.whitelane.whitelist.desk.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.desk.Waiting;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.RequestStatus;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A piece of work.
 *
 * @param version of the request, for If-Match
 */
record WorkView(
        UUID request,
        String number,
        String scheme,
        String organisation,
        RequestStatus status,
        long version,
        Desk desk,
        List<String> agencyRoles,
        List<String> articles,
        LocalDate since,
        @Nullable LocalDate dueOn,
        boolean provisional,
        Waiting.@Nullable Claim claim) {

    static WorkView of(Waiting work) {
        return new WorkView(
                work.request(),
                work.number(),
                work.scheme(),
                work.organisation(),
                work.status(),
                work.version(),
                work.desk(),
                work.agencyRoles(),
                work.articles(),
                work.since(),
                work.dueOn(),
                work.provisional(),
                work.claim());
    }
}
