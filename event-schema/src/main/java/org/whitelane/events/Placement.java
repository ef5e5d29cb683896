package org.whitelane.events;

/**
 * An entry's place in its stream's hash chain; hashes are 64 lower-case hexadecimal digits.
 *
 * @param position from 1, without gaps, over the whole stream
 * @param chainHash {@link Chain#next} over all entries up to this one
 * @param privateDigest SHA-256 over salt and private part, which stay with the producer
 */
public record Placement(long position, String chainHash, String privateDigest) {}
