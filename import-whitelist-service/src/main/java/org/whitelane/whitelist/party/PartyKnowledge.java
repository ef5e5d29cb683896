package org.whitelane.whitelist.party;

/** What we know of a party. Not knowing is an answer of its own, so that nothing fails open. */
public sealed interface PartyKnowledge {

    record Known(Party party) implements PartyKnowledge {}

    /** Its events have not arrived, or one of them is parked. */
    record NotKnownYet(String detail) implements PartyKnowledge {}
}
