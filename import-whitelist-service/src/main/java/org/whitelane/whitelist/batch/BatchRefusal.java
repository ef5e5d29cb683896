package org.whitelane.whitelist.batch;

import java.util.Locale;

/** Why something about a batch was refused; the name is the stable code. */
public enum BatchRefusal {
    /** Not there, or not for this officer's eyes. */
    NOT_FOUND(Kind.ABSENT),
    ROLE_MISSING(Kind.FORBIDDEN),
    NOT_THE_OFFICE(Kind.FORBIDDEN),
    /** The organisation sits at the table, but has not to sign. */
    DUTY_MISSING(Kind.FORBIDDEN),
    /** Nobody signs or publishes what is their own organisation's business. */
    OWN_REQUEST(Kind.FORBIDDEN),
    /** Under which names requests may know the officer's organisation. */
    PARTY_NOT_KNOWN_YET(Kind.LATER),
    /** Who publishes has neither frozen the batch nor been the only one to sign it. */
    SECOND_PERSON_NEEDED(Kind.FORBIDDEN),
    UNKNOWN_SCHEME(Kind.UNPROCESSABLE),
    ILLEGAL_MOVE(Kind.CONFLICT),
    REQUEST_NOT_FOUND(Kind.UNPROCESSABLE),
    REQUEST_TWICE(Kind.UNPROCESSABLE),
    REQUEST_NOT_IN_BATCH(Kind.UNPROCESSABLE),
    OTHER_SCHEME(Kind.CONFLICT),
    REQUEST_NOT_RECOGNISED(Kind.CONFLICT),
    REQUEST_IN_OTHER_BATCH(Kind.CONFLICT),
    REQUEST_QUESTIONED(Kind.CONFLICT),
    BATCH_EMPTY(Kind.CONFLICT),
    BATCH_FULL(Kind.CONFLICT),
    MEMBERS_NOT_BOUND(Kind.CONFLICT),
    ALREADY_SIGNED(Kind.CONFLICT),
    NO_SIGNING_KEY(Kind.CONFLICT),
    SIGNATURE_REFUSED(Kind.UNPROCESSABLE),
    SIGNATURE_DATE_REFUSED(Kind.UNPROCESSABLE),
    SIGNATURE_KEY_REVOKED(Kind.CONFLICT),
    CONTENT_CHANGED(Kind.CONFLICT),
    CADENCE_NOT_REACHED(Kind.CONFLICT),
    EMBARGO_REFUSED(Kind.UNPROCESSABLE);

    private final Kind kind;

    BatchRefusal(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What sort of no it is. */
    public enum Kind {
        ABSENT,
        FORBIDDEN,
        CONFLICT,
        UNPROCESSABLE,
        /** The same will do once other services' events have come in. */
        LATER
    }
}
