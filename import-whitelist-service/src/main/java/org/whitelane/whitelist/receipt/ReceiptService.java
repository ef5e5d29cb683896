package org.whitelane.whitelist.receipt;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.entry.Entries;
import org.whitelane.whitelist.entry.EntryReader;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.receipt.ReceiptOutcome.Issued;
import org.whitelane.whitelist.receipt.ReceiptOutcome.Not;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues receipts to whoever may see the entry. */
@Service
public class ReceiptService {

    private static final Set<EntryStatus> GOOD =
            Set.copyOf(EnumSet.of(EntryStatus.PENDING, EntryStatus.ACTIVE, EntryStatus.EXHAUSTED));

    private final Entries entries;
    private final EntryReader reader;
    private final ReceiptPress press;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ReceiptService(
            Entries entries,
            EntryReader reader,
            ReceiptPress press,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.entries = entries;
        this.reader = reader;
        this.press = press;
        this.facts = facts;
        this.clock = clock;
    }

    /** The newest that was issued, whether it is still good or not. */
    public Optional<EntryReceipt> find(UUID entry, Officer officer) {
        return reader.entry(entry, officer).flatMap(seen -> press.newest(seen.id()));
    }

    /** Under the entry's lock: what it says cannot change meanwhile, and nobody issues twice. */
    @Transactional
    public ReceiptOutcome issue(UUID id, Officer officer) {
        var entry = reader.entry(id, officer).flatMap(seen -> entries.lock(seen.id()));
        return entry.map(locked -> issue(locked, officer))
                .orElseGet(() -> new Not(Refused.notFound("Entry " + id)));
    }

    private ReceiptOutcome issue(WhitelistEntry entry, Officer officer) {
        if (!GOOD.contains(entry.status())) {
            return new Not(
                    Refused.conflict(
                            "entry-" + entry.status().name().toLowerCase(Locale.ROOT),
                            "Entry %s is %s: a receipt would not be good."
                                    .formatted(entry.number(), entry.status())));
        }
        var now = now();
        var before = press.newest(entry.id());
        var good = before.filter(receipt -> press.isGood(receipt, entry, now));
        if (good.isPresent()) {
            return new Issued(good.get(), false);
        }
        var next = before.map(EntryReceipt::version).orElse(0) + 1;
        return press.print(entry, next, now)
                .<ReceiptOutcome>map(receipt -> told(receipt, officer))
                .orElseGet(
                        () ->
                                new Not(
                                        Refused.notKnownYet(
                                                "The credit code of the entry's holder has not"
                                                        + " arrived here yet.")));
    }

    private Issued told(EntryReceipt receipt, Officer officer) {
        facts.publishEvent(new ReceiptFact(receipt, officer));
        return new Issued(receipt, true);
    }

    /** As a JWT says it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
