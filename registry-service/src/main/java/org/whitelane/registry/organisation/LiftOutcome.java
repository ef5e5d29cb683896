package org.whitelane.registry.organisation;

/** What came of lifting a flag. */
public sealed interface LiftOutcome {

    record Lifted(CreditFlag flag) implements LiftOutcome {}

    record AlreadyLifted(CreditFlag flag) implements LiftOutcome {}
}
