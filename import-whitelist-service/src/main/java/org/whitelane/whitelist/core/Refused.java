package org.whitelane.whitelist.core;

import java.util.List;

/**
 * Why something was not done, as a value.
 *
 * @param code stable, kebab-case
 * @param findings each thing wrong, where there are several or a place can be named
 */
public record Refused(Kind kind, String code, String detail, List<Finding> findings) {

    public Refused {
        findings = List.copyOf(findings);
    }

    public enum Kind {
        /** Not there, or not for the caller to see. */
        NOT_FOUND,
        FORBIDDEN,
        /** Not in this state. */
        CONFLICT,
        /** Not in this state, and not among the moves that there are. */
        ILLEGAL_MOVE,
        /** Well-formed, but a rule refuses it. */
        RULE,
        /** The party has not arrived here yet: another try makes sense. */
        NOT_KNOWN_YET
    }

    public static Refused notFound(String what) {
        return new Refused(Kind.NOT_FOUND, "not-found", what + " was not found.", List.of());
    }

    public static Refused forbidden(String code, String detail) {
        return new Refused(Kind.FORBIDDEN, code, detail, List.of());
    }

    public static Refused conflict(String code, String detail) {
        return new Refused(Kind.CONFLICT, code, detail, List.of());
    }

    public static Refused illegalMove(String what, Object status, String move, List<String> moves) {
        return new Refused(
                Kind.ILLEGAL_MOVE,
                "illegal-move",
                "%s is %s; %s is not possible, but %s."
                        .formatted(
                                what,
                                status,
                                move,
                                moves.isEmpty() ? "nothing is" : String.join(", ", moves)),
                List.of());
    }

    public static Refused rule(String code, String detail, List<Finding> findings) {
        return new Refused(Kind.RULE, code, detail, findings);
    }

    public static Refused notKnownYet(String detail) {
        return new Refused(Kind.NOT_KNOWN_YET, "party-not-known-yet", detail, List.of());
    }
}
