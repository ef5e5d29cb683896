package org.whitelane.verify;

/**
 * A hash that a stream must have at a position.
 *
 * @param who says so, e.g. {@code checkpoint 3 of 2026-03-02T01:00:00Z}
 * @param signed by the producer, with a key that the user trusts
 * @param required whether a source that ends before it was cut off; another source may only be
 *     older
 */
record Mark(long position, byte[] hash, String who, boolean signed, boolean required) {}
