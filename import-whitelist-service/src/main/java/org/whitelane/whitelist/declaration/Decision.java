package org.whitelane.whitelist.declaration;

import org.whitelane.whitelist.core.Refused;

import java.math.BigDecimal;

/** What a decider says: what to write down and what to move in the quota's book, or why not. */
sealed interface Decision {

    record Go(ImportDeclaration after, DeclarationAction action, Movement movement)
            implements Decision {}

    record No(Refused refused) implements Decision {}

    /** Of the entry's quota. */
    sealed interface Movement {

        record None() implements Movement {}

        record Take() implements Movement {}

        record Free(BigDecimal amount) implements Movement {}

        /**
         * @param received 0 where nothing more arrived
         * @param freed what is given back besides
         */
        record Arrive(BigDecimal received, BigDecimal fromHold, BigDecimal freed)
                implements Movement {}
    }
}
