package org.whitelane.registry.organisation;

/** Why a party's credit is in doubt. */
public enum CreditFlagKind {
    SERIOUS_DISHONESTY,
    ABNORMAL_OPERATION,
    CUSTOMS_DISHONEST
}
