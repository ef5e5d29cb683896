package org.whitelane.whitelist.batch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.batch.BatchCommand;
import org.whitelane.whitelist.batch.BatchOutcome;
import org.whitelane.whitelist.batch.BatchReader;
import org.whitelane.whitelist.batch.BatchRefusal;
import org.whitelane.whitelist.batch.BatchService;
import org.whitelane.whitelist.batch.BatchStatus;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Refusals;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Between the controllers and the use cases: outcomes become views or problems. */
@Component
class BatchDesk {

    private final BatchService service;
    private final BatchReader reader;
    private final Refusals refusals;
    private final Cursors cursors;

    BatchDesk(BatchService service, BatchReader reader, Refusals refusals, Cursors cursors) {
        this.service = service;
        this.reader = reader;
        this.refusals = refusals;
        this.cursors = cursors;
    }

    BatchView open(BatchForm form, Caller caller) {
        var officer = Edge.officer(caller);
        return view(
                service.open(form.scheme(), form.decisionDocument(), form.requests(), officer),
                officer);
    }

    BatchView decide(UUID id, BatchCommand command, Caller caller, IfMatch expected) {
        var officer = Edge.officer(caller);
        return view(service.decide(id, command, officer, expected), officer);
    }

    BatchReader.Seen find(UUID id, Officer officer) {
        return reader.batch(id, officer).orElseThrow(() -> Problem.notFound("Batch " + id));
    }

    Page<BatchView.Row> list(@Nullable BatchStatus status, Paging paging, Caller caller) {
        var scope = "batches " + caller.subject() + " " + (status == null ? "" : status);
        var cursor = paging.cursor();
        var after =
                cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                reader.page(Edge.officer(caller), status, after, paging.fetch()),
                paging,
                BatchView.Row::of,
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    private BatchView view(BatchOutcome outcome, Officer officer) {
        return switch (outcome) {
            case BatchOutcome.Accepted(var room) -> BatchView.of(reader.seen(room, officer));
            case BatchOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case BatchOutcome.Unpublishable(var code, var detail, var findings) ->
                    throw refusals.problem(code, detail, findings);
            case BatchOutcome.Refused(var code, var detail, var findings) ->
                    throw problem(code, detail, findings);
        };
    }

    private static Problem problem(BatchRefusal code, String detail, List<Finding> findings) {
        return switch (code.kind()) {
            case ABSENT -> Problem.of(HttpStatus.NOT_FOUND, code.code(), detail);
            case FORBIDDEN -> Problem.forbidden(code.code(), detail);
            case CONFLICT -> Problem.conflict(code.code(), spoken(detail, findings));
            case UNPROCESSABLE -> Problem.refused(code.code(), detail, Edge.faults(findings));
            case LATER -> Edge.partyNotKnownYet(detail);
        };
    }

    /** Which of the requests; the sentence carries it. */
    private static String spoken(String detail, List<Finding> findings) {
        return findings.isEmpty()
                ? detail
                : findings.stream()
                        .map(f -> "%s: %s".formatted(f.pointer(), f.detail()))
                        .collect(Collectors.joining(" "));
    }
}
