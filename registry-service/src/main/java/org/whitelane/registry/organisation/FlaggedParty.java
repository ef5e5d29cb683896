package org.whitelane.registry.organisation;

import java.util.List;

/**
 * A party with its flags, which are one aggregate.
 *
 * @param flags may be newer than the version, never older: who acts on it is then told to read
 *     again
 */
public record FlaggedParty(long version, List<CreditFlag> flags) {

    public FlaggedParty {
        flags = List.copyOf(flags);
    }
}
