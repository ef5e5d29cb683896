package org.whitelane.whitelist.signing;

import org.whitelane.whitelist.core.Officer;

/** What happened to a signing key. */
public sealed interface KeyFact {

    SigningKey key();

    Officer by();

    record Registered(SigningKey key, Officer by) implements KeyFact {}

    record Revoked(SigningKey key, Officer by) implements KeyFact {}
}
