package org.whitelane.whitelist.batch;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.desk.DueDays;
import org.whitelane.whitelist.request.Requests;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The requests of a batch, and by when each has to be made public. */
@Component
class BatchCases {

    private final Requests requests;
    private final DueDays days;

    BatchCases(Requests requests, DueDays days) {
        this.requests = requests;
        this.days = days;
    }

    /** In the order of the list. */
    List<BatchCase> of(BatchRoom room) {
        var found = new HashMap<UUID, WhitelistRequest>();
        requests.named(room.requests()).forEach(request -> found.put(request.id(), request));
        var due = days.of(PilotScheme.PUBLICATION, room.requests());
        return room.requests().stream()
                .map(found::get)
                .filter(Objects::nonNull)
                .map(request -> new BatchCase(request, due.get(request.id())))
                .toList();
    }
}
