package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusals;
import org.whitelane.whitelist.request.RequestCommand;
import org.whitelane.whitelist.request.RequestService;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;

/** Between the two controllers and the use cases: outcomes become views or problems. */
@Component
class RequestDesk {

    private final RequestService service;
    private final CaseReader reader;
    private final Refusals refusals;
    private final Cursors cursors;

    RequestDesk(RequestService service, CaseReader reader, Refusals refusals, Cursors cursors) {
        this.service = service;
        this.reader = reader;
        this.refusals = refusals;
        this.cursors = cursors;
    }

    RequestView draft(RequestForm form, Caller caller) {
        var officer = Edge.officer(caller);
        return view(service.draft(form.scheme(), form.content(), officer), officer);
    }

    RequestView decide(UUID id, RequestCommand command, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        return view(service.decide(id, command, officer, expected), officer);
    }

    RequestView show(UUID id, Caller caller) {
        var officer = Edge.officer(caller);
        return reader.find(id, officer)
                .map(seen -> RequestView.of(seen.request(), seen.hearing()))
                .orElseThrow(() -> Problem.notFound("Request " + id));
    }

    Page<RequestView.Line> list(@Nullable RequestStatus status, Paging paging, Caller caller) {
        var scope = "requests " + caller.subject() + " " + (status == null ? "" : status);
        var cursor = paging.cursor();
        var after =
                cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                reader.page(Edge.officer(caller), status, after, paging.fetch()),
                paging,
                RequestView.Line::of,
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    private RequestView view(Outcome outcome, Officer officer) {
        return switch (outcome) {
            case Outcome.Accepted(var request, _) ->
                    RequestView.of(request, reader.hearing(request, officer));
            case Outcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case Outcome.Refused(var code, var detail, var findings) ->
                    throw refusals.problem(code, detail, findings);
        };
    }
}
