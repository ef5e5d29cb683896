package org.whitelane.whitelist.desk.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.whitelist.desk.Claiming;
import org.whitelane.whitelist.desk.DeskCount;
import org.whitelane.whitelist.desk.DeskReader;
import org.whitelane.whitelist.desk.DeskService;
import org.whitelane.whitelist.desk.Waiting;
import org.whitelane.whitelist.desk.Wanted;
import org.whitelane.whitelist.request.Refusals;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;

/** Between the controller and the use cases: outcomes become views or problems. */
@Component
class DeskEdge {

    private final DeskService service;
    private final DeskReader reader;
    private final Refusals refusals;
    private final Cursors cursors;

    DeskEdge(DeskService service, DeskReader reader, Refusals refusals, Cursors cursors) {
        this.service = service;
        this.reader = reader;
        this.refusals = refusals;
        this.cursors = cursors;
    }

    Page<WorkView> list(Wanted wanted, Paging paging, Caller caller) {
        var scope = "desk %s %s".formatted(caller.subject(), wanted);
        var cursor = paging.cursor();
        var after = cursor == null ? List.<String>of() : cursors.decode(scope, cursor);
        return Page.of(
                reader.page(Edge.officer(caller), wanted, after, paging.fetch()),
                paging,
                WorkView::of,
                last -> cursors.encode(scope, DeskReader.place(last)));
    }

    List<DeskCount> counts(Caller caller) {
        return reader.counts(Edge.officer(caller));
    }

    WorkView next(Wanted wanted, Caller caller) {
        return view(service.next(Edge.officer(caller), wanted));
    }

    WorkView take(UUID request, Caller caller) {
        return view(service.take(request, Edge.officer(caller)));
    }

    WorkView release(UUID request, Caller caller) {
        return view(service.release(request, Edge.officer(caller)));
    }

    WorkView reassign(UUID request, String to, String reason, Caller caller) {
        return view(service.reassign(request, to, reason, Edge.officer(caller)));
    }

    private WorkView view(Claiming outcome) {
        return switch (outcome) {
            case Claiming.Held(Waiting work) -> WorkView.of(work);
            case Claiming.Refused refused -> throw problem(refused);
        };
    }

    private RuntimeException problem(Claiming.Refused refused) {
        var why = refused.why();
        return refusals.problem(why.code(), why.detail(), why.findings());
    }
}
