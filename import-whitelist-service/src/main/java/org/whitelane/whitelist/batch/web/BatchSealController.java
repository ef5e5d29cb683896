package org.whitelane.whitelist.batch.web;

import io.swagger.v3.oas.annotations.Operation;

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
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.batch.BatchCommand.Publish;
import org.whitelane.whitelist.batch.BatchCommand.Recall;
import org.whitelane.whitelist.batch.BatchCommand.Schedule;
import org.whitelane.whitelist.batch.BatchCommand.Sign;
import org.whitelane.whitelist.batch.BatchReader;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.web.Edge;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The agencies sign what is frozen; a second person publishes it, now or at the set time. */
@RestController
@RequestMapping("/api/v1/whitelist/batches/{id}")
class BatchSealController {

    private final BatchDesk desk;
    private final BatchReader reader;
    private final Clock clock;

    BatchSealController(BatchDesk desk, BatchReader reader, Clock clock) {
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/content")
    @Operation(summary = "Read the frozen content whose digest is signed")
    Content content(@PathVariable UUID id, Caller caller) {
        var frozen = desk.find(id, Edge.officer(caller)).room().frozen();
        if (frozen == null) {
            throw Problem.conflict("not-frozen", "The batch is not frozen.");
        }
        return new Content(frozen.round(), frozen.digest(), frozen.content());
    }

    @GetMapping("/statement")
    @Operation(summary = "Read what the caller's agency has to sign today")
    Statement statement(@PathVariable UUID id, Caller caller) {
        var officer = Edge.officer(caller);
        var today = LegalDays.today(clock);
        return reader.statement(desk.find(id, officer).room(), officer, today)
                .map(text -> new Statement(text, today))
                .orElseThrow(
                        () ->
                                Problem.conflict(
                                        "nothing-to-sign",
                                        "The batch is not frozen, or the agency has not to sign."));
    }

    @PostMapping("/signatures")
    @PreAuthorize("hasAnyRole('MUNICIPAL_OFFICE', 'MEMBER_AGENCY_REVIEWER', 'CUSTOMS_OFFICER')")
    @Operation(summary = "Sign the frozen digest for the caller's agency")
    BatchView sign(
            @PathVariable UUID id,
            @Body BatchForm.Signature form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Sign(form.jws(), form.signedOn()), caller, expected);
    }

    @PostMapping("/publication")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Idempotent
    @Operation(summary = "Publish a signed batch: its entries become active")
    ResponseEntity<BatchView> publish(
            @PathVariable UUID id,
            @Body BatchForm.Publication form,
            Caller caller,
            IfMatch expected) {
        var published = desk.decide(id, new Publish(form.earlyReason()), caller, expected);
        return ResponseEntity.created(URI.create("/api/v1/whitelist/batches/" + id))
                .body(published);
    }

    @PostMapping("/schedule")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Set the time at which a signed batch is published")
    BatchView schedule(
            @PathVariable UUID id, @Body BatchForm.Schedule form, Caller caller, IfMatch expected) {
        var schedule = new Schedule(form.releaseAt(), form.earlyReason());
        return desk.decide(id, schedule, caller, expected);
    }

    @PostMapping("/recall")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Take back the time set for a batch; its signatures stay")
    BatchView recall(
            @PathVariable UUID id, @Body BatchForm.Reason form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Recall(form.reason()), caller, expected);
    }

    /**
     * @param content canonical JSON (RFC 8785)
     * @param digest SHA-256 of the content, hexadecimal
     */
    record Content(int round, String digest, String content) {}

    /**
     * @param statement canonical JSON (RFC 8785): the payload of the detached JWS
     */
    record Statement(String statement, LocalDate signedOn) {}
}
