package org.whitelane.whitelist.receipt;

/**
 * Where a receipt's status stands (IETF Token Status List §6).
 *
 * @param idx its place in the list
 * @param uri of the list
 */
public record StatusReference(int idx, String uri) {}
