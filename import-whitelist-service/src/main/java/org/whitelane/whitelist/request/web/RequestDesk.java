package org.whitelane.whitelist.request.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.request.DraftService;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusals;
import org.whitelane.whitelist.request.RequestCommand;
import org.whitelane.whitelist.request.RequestService;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.web.Edge;

import java.util.UUID;

/** Between the two controllers and the use cases: outcomes become views or problems. */
@Component
class RequestDesk {

    private final DraftService drafts;
    private final RequestService service;
    private final CaseReader reader;
    private final Refusals refusals;

    RequestDesk(DraftService drafts, RequestService service, CaseReader reader, Refusals refusals) {
        this.drafts = drafts;
        this.service = service;
        this.reader = reader;
        this.refusals = refusals;
    }

    RequestView draft(DraftForm form, boolean dryRun, Caller caller) {
        var officer = Edge.officer(caller);
        return view(drafts.draft(form.wish(), form.unit(), officer, dryRun), officer);
    }

    RequestView dryRun(UUID id, RequestCommand command, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        return view(service.dryRun(id, command, officer, expected), officer);
    }

    RequestView decide(UUID id, RequestCommand command, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        var settled = service.settled(id, command, officer, expected);
        return settled.seen()
                .map(seen -> view(seen.request(), seen.hearing(), officer))
                .orElseGet(() -> view(settled.outcome(), officer));
    }

    RequestView show(UUID id, Caller caller) {
        var seen = seen(id, caller);
        return RequestView.of(
                seen.request(),
                seen.hearing(),
                reader.duplicates(seen.request(), Edge.officer(caller)));
    }

    /** For others it is not there. */
    CaseReader.Seen seen(UUID id, Caller caller) {
        return reader.find(id, Edge.officer(caller))
                .orElseThrow(() -> Problem.notFound("Request " + id));
    }

    /** Whoever wrote it is warned at once; whoever decides has read it before. */
    private RequestView view(WhitelistRequest request, Hearing hearing, Officer officer) {
        return RequestView.of(
                request,
                hearing,
                hearing.standing().isApplicant() ? reader.duplicates(request, officer) : null);
    }

    RequestView view(Outcome outcome, Officer officer) {
        return switch (outcome) {
            case Outcome.Accepted(var request, _) ->
                    view(request, reader.hearing(request, officer), officer);
            case Outcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case Outcome.Refused(var code, var detail, var findings) ->
                    throw refusals.problem(code, detail, findings);
        };
    }
}
