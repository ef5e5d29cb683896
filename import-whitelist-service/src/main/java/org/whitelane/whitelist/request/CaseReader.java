package org.whitelane.whitelist.request;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Chamber.Hearing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads requests for those who may see them; for others they are not there. */
@Component
public class CaseReader {

    private final Requests requests;
    private final Chamber chamber;
    private final Duplicates duplicates;
    private final Clock clock;

    CaseReader(Requests requests, Chamber chamber, Duplicates duplicates, Clock clock) {
        this.requests = requests;
        this.chamber = chamber;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    public Optional<Seen> find(UUID id, Officer officer) {
        return requests.find(id)
                .map(request -> new Seen(request, hearing(request, officer)))
                .filter(seen -> seen.hearing().standing().maySee());
    }

    /** For what a day decides: nobody else moves it until the transaction ends. */
    public Optional<Timed> lock(UUID id) {
        var today = LegalDays.today(clock);
        return requests.lock(id)
                .map(
                        request ->
                                new Timed(
                                        request,
                                        chamber.hearing(request, Officer.system(), today)
                                                .clock()
                                                .read(request, today)));
    }

    public Hearing hearing(WhitelistRequest request, Officer officer) {
        return chamber.hearing(request, officer, LegalDays.today(clock));
    }

    /** What it may double, as far as the officer may see it. */
    public List<Duplicate> duplicates(WhitelistRequest request, Officer officer) {
        return duplicates.of(request, officer);
    }

    public record Timed(WhitelistRequest request, ClockReading reading) {}

    public record Seen(WhitelistRequest request, Hearing hearing) {}
}
