package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Finding;

import java.util.List;

/** What came of a command. */
public sealed interface Outcome {

    record Accepted(WhitelistRequest request, List<RequestFact> facts) implements Outcome {}

    record Refused(Refusal code, String detail, List<Finding> findings) implements Outcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements Outcome {}

    static Accepted accepted(WhitelistRequest request, RequestFact fact) {
        return new Accepted(request, List.of(fact));
    }

    static Refused refused(Refusal code, String detail) {
        return new Refused(code, detail, List.of());
    }
}
