package org.whitelane.registry.credential;

/** What came of revoking a credential. */
public sealed interface Revocation {

    record Revoked(Credential credential) implements Revocation {}

    record AlreadyRevoked(Credential credential) implements Revocation {}
}
