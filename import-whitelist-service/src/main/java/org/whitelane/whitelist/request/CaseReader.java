package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads requests for those who may see them; for others they are not there. */
@Component
public class CaseReader {

    private final Requests requests;
    private final Chamber chamber;
    private final Schemes schemes;
    private final Clock clock;

    CaseReader(Requests requests, Chamber chamber, Schemes schemes, Clock clock) {
        this.requests = requests;
        this.chamber = chamber;
        this.schemes = schemes;
        this.clock = clock;
    }

    public Optional<Seen> find(UUID id, Officer officer) {
        return requests.find(id)
                .map(request -> new Seen(request, hearing(request, officer)))
                .filter(seen -> seen.hearing().standing().maySee());
    }

    public Hearing hearing(WhitelistRequest request, Officer officer) {
        return chamber.hearing(request, officer, LegalDays.today(clock));
    }

    public List<WhitelistRequest> page(
            Officer officer, @Nullable RequestStatus status, @Nullable UUID after, int limit) {
        var organisation = officer.organisation();
        var seats = officer.isAuditor() ? schemes.codes() : schemes.seatsOf(organisation);
        return requests.page(organisation, seats, status, after, limit);
    }

    public record Seen(WhitelistRequest request, Hearing hearing) {}
}
