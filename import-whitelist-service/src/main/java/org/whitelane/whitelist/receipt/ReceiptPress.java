package org.whitelane.whitelist.receipt;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.CanonicalJson;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes receipts: takes a place in a status list, signs, keeps what was signed. */
@Component
class ReceiptPress {

    static final String TYPE = "whitelane-receipt+jwt";

    private final EntryReceipts receipts;
    private final StatusLists lists;
    private final ReceiptText text;
    private final IssuerKeyRing keys;

    ReceiptPress(EntryReceipts receipts, StatusLists lists, ReceiptText text, IssuerKeyRing keys) {
        this.receipts = receipts;
        this.lists = lists;
        this.text = text;
        this.keys = keys;
    }

    Optional<EntryReceipt> newest(UUID entry) {
        return receipts.newest(entry);
    }

    /**
     * Whether there is no need for another: it says what the entry says, its key counts, and it has
     * not lived half of the life that a new one would have.
     */
    boolean isGood(EntryReceipt receipt, WhitelistEntry entry, Instant now) {
        var fresh = Duration.between(now, text.end(entry, now));
        var left = Duration.between(now, receipt.expiresAt());
        return receipt.says(entry)
                && left.multipliedBy(2).compareTo(fresh) >= 0
                && keys.isPublished(receipt.kid());
    }

    /** Empty while nobody told us the credit code of the entry's holder. */
    Optional<EntryReceipt> print(WhitelistEntry entry, int version, Instant now) {
        var place = lists.take(now);
        var receipt =
                text.of(entry, version, place, now)
                        .map(claims -> signed(entry, claims, place, now));
        receipt.ifPresent(receipts::add);
        return receipt;
    }

    private EntryReceipt signed(
            WhitelistEntry entry, ReceiptClaims claims, StatusLists.Place place, Instant now) {
        var signed = keys.sign(TYPE, CanonicalJson.write(claims));
        return new EntryReceipt(
                entry.id(),
                claims.ver(),
                place.list(),
                place.position(),
                EntryReceipt.Printed.of(entry),
                signed.kid(),
                now,
                Instant.ofEpochSecond(claims.exp()),
                signed.jws());
    }
}
