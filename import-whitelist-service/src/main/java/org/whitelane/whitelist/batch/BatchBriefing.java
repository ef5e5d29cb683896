package org.whitelane.whitelist.batch;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.batch.BatchBrief.Named;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Requests;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.Schemes;
import org.whitelane.whitelist.signing.SigningKey;
import org.whitelane.whitelist.signing.SigningKeys;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Lays on the table what a decision on a batch looks at, and no more than that. */
@Component
class BatchBriefing {

    private final Schemes schemes;
    private final Requests requests;
    private final SigningKeys keys;
    private final BatchReader reader;
    private final Clock clock;

    BatchBriefing(
            Schemes schemes, Requests requests, SigningKeys keys, BatchReader reader, Clock clock) {
        this.schemes = schemes;
        this.requests = requests;
        this.keys = keys;
        this.reader = reader;
        this.clock = clock;
    }

    BatchBrief of(BatchRoom room, BatchCommand command, Officer officer, LongPredicate expected) {
        var scheme = schemes.newest(room.scheme()).orElseThrow();
        var signs = command.action() == BatchAction.SIGN;
        var opens =
                command.action() == BatchAction.PUBLISH
                        || command.action() == BatchAction.SCHEDULE
                        || command.action() == BatchAction.RELEASE;
        var standing = reader.standing(room, officer);
        return new BatchBrief(
                scheme,
                standing.members(),
                standing.ties(),
                // as the database keeps it
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                LegalDays.today(clock),
                named(room, command),
                signs ? keys.activeOf(officer.subject()).orElse(null) : null,
                opens ? revoked(room) : List.of(),
                opens ? reader.nextDate(scheme).orElse(null) : null,
                expected);
    }

    private List<Named> named(BatchRoom room, BatchCommand command) {
        return switch (command) {
            case BatchCommand.Add(var ids) -> locked(ids);
            case BatchCommand.Freeze() -> locked(room.requests());
            case BatchCommand.Remove _,
                    BatchCommand.Sign _,
                    BatchCommand.Unfreeze _,
                    BatchCommand.Publish _,
                    BatchCommand.Schedule _,
                    BatchCommand.Recall _,
                    BatchCommand.Release _,
                    BatchCommand.HandBack _,
                    BatchCommand.Abandon _ ->
                    List.of();
        };
    }

    private List<Named> locked(List<UUID> ids) {
        var found = new HashMap<UUID, WhitelistRequest>();
        requests.lockAll(ids).forEach(request -> found.put(request.id(), request));
        return ids.stream().map(id -> new Named(id, found.get(id))).toList();
    }

    private List<String> revoked(BatchRoom room) {
        return keys
                .revokedAmong(room.signatures().stream().map(BatchSignature::keyId).toList())
                .stream()
                .map(SigningKey::id)
                .toList();
    }
}
