package org.whitelane.whitelist.receipt.web;

import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.receipt.EntryReceipt;
import org.whitelane.whitelist.receipt.ReceiptClaims;
import org.whitelane.whitelist.signing.CompactJws;

import java.time.Instant;
import java.util.UUID;

/**
 * @param jws what counts: a compact JWS, also the text of the QR code
 * @param claims its payload, for people
 */
record ReceiptView(
        UUID entry,
        int receiptVersion,
        String keyId,
        Instant issuedAt,
        Instant expiresAt,
        String jws,
        ReceiptClaims claims) {

    static ReceiptView of(EntryReceipt receipt) {
        return new ReceiptView(
                receipt.entry(),
                receipt.version(),
                receipt.kid(),
                receipt.issuedAt(),
                receipt.expiresAt(),
                receipt.jws(),
                claims(receipt));
    }

    static ReceiptClaims claims(EntryReceipt receipt) {
        return Json.read(CompactJws.payload(receipt.jws()), ReceiptClaims.class);
    }
}
