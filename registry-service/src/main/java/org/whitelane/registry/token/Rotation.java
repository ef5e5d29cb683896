package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What a rotation did.
 *
 * @param kid the key that signs from now on
 * @param previousKid the key that signed until now
 * @param previousPublishedUntil when that one leaves the key set
 */
public record Rotation(String kid, @Nullable String previousKid, Instant previousPublishedUntil) {}
