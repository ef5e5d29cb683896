package org.whitelane.whitelist.request.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Fault;
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
    private final HttpServletRequest http;

    /**
     * @param http the current request's, for what every move may carry
     */
    RequestDesk(
            RequestService service,
            CaseReader reader,
            Refusals refusals,
            Cursors cursors,
            HttpServletRequest http) {
        this.service = service;
        this.reader = reader;
        this.refusals = refusals;
        this.cursors = cursors;
        this.http = http;
    }

    RequestView draft(RequestForm form, Caller caller) {
        var officer = Edge.officer(caller);
        return view(service.draft(form.scheme(), form.content(), officer), officer);
    }

    RequestView decide(UUID id, RequestCommand command, Caller caller) {
        var officer = Edge.officer(caller);
        return view(service.decide(id, command, officer, expectedVersion()), officer);
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

    /**
     * {@code If-Match: "3"}: the version that the caller has read. Without it the status alone
     * decides.
     */
    private @Nullable Integer expectedVersion() {
        var header = http.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.equals("*")) {
            return null;
        }
        if (!header.matches("\"\\d{1,9}\"")) {
            throw Problem.invalid(
                    List.of(
                            new Fault(
                                    "#If-Match",
                                    "pattern",
                                    "Should be a request's version in double quotes.")));
        }
        return Integer.valueOf(header.substring(1, header.length() - 1));
    }

    private RequestView view(Outcome outcome, Officer officer) {
        return switch (outcome) {
            case Outcome.Accepted(var request, _) ->
                    RequestView.of(request, reader.hearing(request, officer));
            case Outcome.Refused(var code, var detail, var findings) ->
                    throw refusals.problem(code, detail, findings);
        };
    }
}
