package org.whitelane.registry.credential;

/** What came of revoking a credential. */
public sealed interface Revocation {

    record Revoked(Credential credential) implements Revocation {}

    /** The caller has read another version. */
    record OtherVersion(long current) implements Revocation {}

    record AlreadyRevoked(Credential credential) implements Revocation {}
}
