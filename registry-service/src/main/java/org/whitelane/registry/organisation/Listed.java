package org.whitelane.registry.organisation;

/**
 * An organisation in the list.
 *
 * @param seq its place, to go on from
 */
public record Listed(long seq, Organisation organisation) {}
