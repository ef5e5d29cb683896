package org.whitelane.whitelist.batch;

import java.time.LocalDate;

/**
 * One agency's signature.
 *
 * @param signer the officer's credential
 * @param keyId thumbprint of the key, as in the JWS
 * @param publicKey its x, so that the signature can be checked without asking anybody
 * @param statement what was signed
 * @param jws detached, over the statement
 */
public record BatchSignature(
        String agencyRole,
        String organisation,
        String signer,
        String keyId,
        String publicKey,
        LocalDate signedOn,
        String statement,
        String jws) {}
