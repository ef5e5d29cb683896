package org.whitelane.registry.organisation;

/** What came of raising a flag. */
public sealed interface RaiseOutcome {

    /**
     * @param party with its flags one version further
     */
    record Raised(Organisation party, CreditFlag flag) implements RaiseOutcome {}

    /** The caller has read another version of the party. */
    record OtherVersion(long current) implements RaiseOutcome {}
}
