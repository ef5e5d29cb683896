package org.whitelane.registry.token;

/**
 * What an exchange of the key file did.
 *
 * @param fingerprint of the key that wraps now: the first 8 bytes of its SHA-256
 * @param rewrapped how many signing keys lay under another; from now on nothing needs that one
 */
public record Rewrapping(String fingerprint, int rewrapped) {}
