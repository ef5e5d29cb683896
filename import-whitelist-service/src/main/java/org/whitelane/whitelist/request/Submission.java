package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestFact.Submitted;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;

import java.util.List;
import java.util.stream.Stream;

/** Handing a request in: every rule of the scheme is asked, and every finding told at once. */
record Submission(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome submit(RequestStatus to) {
        // a right can be given back after the scheme's end, too
        if (request.content().kind() != RequestKind.WITHDRAW_LISTING
                && !at.scheme().policy().isOpenOn(at.today())) {
            return refused(
                    Refusal.SCHEME_NOT_OPEN,
                    "%s is not open on %s.".formatted(at.scheme().reference(), at.today()));
        }
        return Drafting.incomplete(at.scheme())
                .orElseGet(
                        () -> at.ifEligible(request, findings(), version -> handIn(to, version)));
    }

    private List<Finding> findings() {
        return Stream.concat(
                        ContentRules.against(request, at.scheme(), at.listed(), at.today())
                                .stream(),
                        DocumentRules.against(request, at.scheme(), at.listed()).stream())
                .toList();
    }

    private Outcome handIn(RequestStatus to, long version) {
        var step = at.step(RequestAction.SUBMIT, officer).seeing(version).from(at.unitIsOutside());
        return accepted(
                request.moved(to, step),
                new Submitted(step, at.clock().due(PilotScheme.ACCEPTANCE, at.today())));
    }
}
