package org.whitelane.whitelist.batch.web;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.whitelist.batch.BatchCommand.Abandon;
import org.whitelane.whitelist.batch.BatchCommand.Add;
import org.whitelane.whitelist.batch.BatchCommand.Freeze;
import org.whitelane.whitelist.batch.BatchCommand.Remove;
import org.whitelane.whitelist.batch.BatchCommand.Unfreeze;
import org.whitelane.whitelist.batch.BatchStatus;
import org.whitelane.whitelist.web.Edge;

import java.net.URI;
import java.util.UUID;

/** The office assembles and freezes; the table reads. */
@RestController
@RequestMapping("/api/v1/whitelist/batches")
class BatchController {

    private final BatchDesk desk;

    BatchController(BatchDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Idempotent
    @Operation(summary = "Open a batch, with its first recognised requests")
    ResponseEntity<BatchView> open(@Body BatchForm form, Caller caller) {
        var opened = desk.open(form, caller);
        return ResponseEntity.created(URI.create("/api/v1/whitelist/batches/" + opened.id()))
                .body(opened);
    }

    @GetMapping
    @Operation(summary = "List the batches at whose table the caller sits")
    Page<BatchView.Row> list(
            @RequestParam(required = false) @Nullable BatchStatus status,
            Paging paging,
            Caller caller) {
        return desk.list(status, paging, caller);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a batch")
    BatchView show(@PathVariable UUID id, Caller caller) {
        return BatchView.of(desk.find(id, Edge.officer(caller)));
    }

    @PostMapping("/{id}/additions")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Add recognised requests at the end of a batch")
    BatchView add(
            @PathVariable UUID id, @Body BatchForm.Items form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Add(form.requests()), caller, expected);
    }

    @PostMapping("/{id}/removals")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Take requests out of a batch")
    BatchView remove(
            @PathVariable UUID id, @Body BatchForm.Items form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Remove(form.requests()), caller, expected);
    }

    @PostMapping("/{id}/freezing")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Fix a batch's content and put it before the agencies to sign")
    BatchView freeze(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Freeze(), caller, expected);
    }

    @PostMapping("/{id}/unfreezing")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Open a frozen batch again; its signatures are void")
    BatchView unfreeze(
            @PathVariable UUID id, @Body BatchForm.Reason form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Unfreeze(form.reason()), caller, expected);
    }

    @PostMapping("/{id}/abandonment")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Operation(summary = "Give a batch up; its requests are free for another")
    BatchView abandon(
            @PathVariable UUID id, @Body BatchForm.Reason form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Abandon(form.reason()), caller, expected);
    }
}
