package org.whitelane.registry.organisation;

/** What came of lifting a flag. */
public sealed interface LiftOutcome {

    /**
     * @param party with its flags one version further
     */
    record Lifted(Organisation party, CreditFlag flag) implements LiftOutcome {}

    record AlreadyLifted(CreditFlag flag) implements LiftOutcome {}

    /** The caller has read another version of the party. */
    record OtherVersion(long current) implements LiftOutcome {}
}
