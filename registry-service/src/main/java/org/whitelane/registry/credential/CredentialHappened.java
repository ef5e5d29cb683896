package org.whitelane.registry.credential;

import org.whitelane.registry.core.Act;

/** Told within the transaction of each change. */
public sealed interface CredentialHappened {

    record Issued(Credential credential, Act act) implements CredentialHappened {}

    record Revoked(Credential before, Credential after, Act act) implements CredentialHappened {}
}
