package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.party.PartyKnowledge;

/**
 * What is locked before a request is: the parties of a decision, in the order of their ids, then
 * the mandates by which somebody acts for one of them.
 *
 * @param party the applicant; not known when the command does not ask
 * @param agency of the officer's organisation; null for nothing
 */
record Approach(PartyKnowledge party, Ties.@Nullable Agency agency) {

    static Approach of(PartyKnowledge party) {
        return new Approach(party, null);
    }
}
