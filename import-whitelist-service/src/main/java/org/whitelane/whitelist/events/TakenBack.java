package org.whitelane.whitelist.events;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EntryEvent;
import org.whitelane.events.EventPayload;
import org.whitelane.events.UnitEvent;
import org.whitelane.events.WhitelistEvent;

import java.util.List;

/**
 * Adds to a revocation which statement it takes back, so that who was told it can be found. The
 * aggregate is locked then: nothing comes between.
 */
@Component
class TakenBack {

    private static final List<Class<? extends EventPayload>> OF_AN_ENTRY =
            List.of(
                    EntryEvent.EntryActivated.class,
                    EntryEvent.EntryChanged.class,
                    EntryEvent.EntryRenewed.class);

    private static final List<Class<? extends EventPayload>> OF_A_UNIT =
            List.of(UnitEvent.UnitListed.class);

    private final Journal journal;

    TakenBack(Journal journal) {
        this.journal = journal;
    }

    WhitelistEvent in(WhitelistEvent event) {
        return switch (event) {
            case EntryEvent.EntryRevoked revoked ->
                    new EntryEvent.EntryRevoked(
                            revoked.entryId(),
                            revoked.entryNumber(),
                            revoked.scheme(),
                            revoked.organisationId(),
                            revoked.reason(),
                            revoked.violation(),
                            last(revoked, OF_AN_ENTRY));
            case UnitEvent.UnitDelisted gone when gone.status().equals("REVOKED") ->
                    new UnitEvent.UnitDelisted(
                            gone.listingId(),
                            gone.listingNumber(),
                            gone.scheme(),
                            gone.organisationId(),
                            gone.status(),
                            gone.reason(),
                            last(gone, OF_A_UNIT));
            default -> event;
        };
    }

    private @Nullable Supersedes last(
            WhitelistEvent event, List<Class<? extends EventPayload>> stating) {
        return journal.lastStatement(event.subject(), stating).orElse(null);
    }
}
