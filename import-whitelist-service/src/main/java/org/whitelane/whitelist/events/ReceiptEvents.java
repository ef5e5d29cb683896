package org.whitelane.whitelist.events;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.whitelist.receipt.IssuerKeyFact;
import org.whitelane.whitelist.receipt.ReceiptFact;

import java.util.Map;

/** Receipts and the keys they are signed with: written down, published by other means. */
final class ReceiptEvents {

    private static final String PREFIX = "org.whitelane.whitelist.";

    private ReceiptEvents() {}

    /** Under the entry's id, so that its history tells of its receipts. */
    static InternalEvent issued(ReceiptFact fact) {
        var receipt = fact.receipt();
        return new InternalEvent(
                PREFIX + "receipt-issued.v1",
                receipt.entry().toString(),
                Map.of(
                        "entryId", receipt.entry().toString(),
                        "version", receipt.version(),
                        "keyId", receipt.kid(),
                        "expiresAt", receipt.expiresAt().toString()));
    }

    static InternalEvent key(IssuerKeyFact fact) {
        return switch (fact) {
            case IssuerKeyFact.Rotated rotated ->
                    new InternalEvent(
                            PREFIX + "receipt-key-rotated.v1",
                            "receipt-keys",
                            Map.of(
                                    "keyId", rotated.after(),
                                    "publicKey", rotated.publicKey(),
                                    "previousRevoked", rotated.compromised()));
            case IssuerKeyFact.Rewrapped rewrapped ->
                    new InternalEvent(
                            PREFIX + "receipt-key-rewrapped.v1",
                            "receipt-keys",
                            Map.of(
                                    "fingerprint", rewrapped.fingerprint(),
                                    "changed", rewrapped.changed()));
        };
    }
}
