package org.whitelane.whitelist.batch.web;

import org.whitelane.whitelist.batch.BatchRoom;
import org.whitelane.whitelist.batch.BatchSignature;
import org.whitelane.whitelist.batch.FrozenContent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What is fixed of a batch, and who signed it.
 *
 * @param missing agency roles whose signature is awaited
 */
record BatchSeal(
        int round,
        String digest,
        int items,
        Instant frozenAt,
        List<Signature> signatures,
        List<String> missing) {

    record Signature(
            String agencyRole,
            String organisation,
            String keyId,
            LocalDate signedOn,
            String statement,
            String jws) {

        static Signature of(BatchSignature signature) {
            return new Signature(
                    signature.agencyRole(),
                    signature.organisation(),
                    signature.keyId(),
                    signature.signedOn(),
                    signature.statement(),
                    signature.jws());
        }
    }

    static BatchSeal of(BatchRoom room, FrozenContent frozen) {
        return new BatchSeal(
                frozen.round(),
                frozen.digest(),
                frozen.items(),
                frozen.at(),
                room.signatures().stream().map(Signature::of).toList(),
                frozen.signatories().stream()
                        .filter(role -> room.signatureOf(role).isEmpty())
                        .toList());
    }
}
