package org.whitelane.whitelist.signing;

/** What came of a wish about keys. */
public sealed interface KeyOutcome {

    record Done(SigningKey key) implements KeyOutcome {}

    record Refused(Reason reason, String detail) implements KeyOutcome {}

    /** The caller acted on another version than the one that is there. */
    record OtherVersion(long current) implements KeyOutcome {}

    enum Reason {
        NOT_FOUND,
        /** The credential acts for no organisation. */
        NO_ORGANISATION,
        KEY_UNUSABLE,
        CHALLENGE_UNKNOWN,
        POSSESSION_NOT_PROVEN,
        /** Of one credential at most one key is active. */
        KEY_ACTIVE_ALREADY,
        /** A key belongs to one officer for ever. */
        KEY_TAKEN,
        KEY_REVOKED_ALREADY
    }
}
