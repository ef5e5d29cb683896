package org.whitelane.whitelist.entry.web;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.entry.BatchOutcome;
import org.whitelane.whitelist.entry.BatchService;
import org.whitelane.whitelist.entry.EntryReader;
import org.whitelane.whitelist.request.Refusals;
import org.whitelane.whitelist.web.Edge;

import java.net.URI;
import java.util.UUID;

/** The office publishes; agencies read. */
@RestController
@RequestMapping("/api/v1/whitelist/batches")
class BatchController {

    private final BatchService service;
    private final EntryReader reader;
    private final Refusals refusals;

    BatchController(BatchService service, EntryReader reader, Refusals refusals) {
        this.service = service;
        this.reader = reader;
        this.refusals = refusals;
    }

    @PostMapping
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Idempotent
    ResponseEntity<BatchView> publish(@Body BatchForm form, Caller caller) {
        var outcome =
                service.publish(
                        form.scheme(),
                        form.decisionDocument(),
                        form.requests(),
                        Edge.officer(caller));
        return switch (outcome) {
            case BatchOutcome.Published(var batch, var entries) ->
                    ResponseEntity.created(URI.create("/api/v1/whitelist/batches/" + batch.id()))
                            .body(BatchView.of(batch, entries));
            case BatchOutcome.Refused(var code, var detail, var findings) ->
                    throw refusals.problem(code, detail, findings);
        };
    }

    @GetMapping("/{id}")
    BatchView show(@PathVariable UUID id, Caller caller) {
        return reader.batch(id, Edge.officer(caller))
                .map(seen -> BatchView.of(seen.batch(), seen.entries()))
                .orElseThrow(() -> Problem.notFound("Batch " + id));
    }
}
