package org.whitelane.whitelist.party;

/**
 * The registry told something new; whoever decided about the party looks again, in the same
 * transaction.
 */
public record PartyChanged(Party party) {}
