package org.whitelane.chassis.journal;

/**
 * The end of a stream's chain.
 *
 * @param incarnation tells a stream from another of the same name, e.g. after a loss of the
 *     database
 */
public record Head(String incarnation, long position, byte[] hash) {}
