package org.whitelane.chassis.inbox;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.apidocs.Outage;
import org.whitelane.chassis.apidocs.Refuses;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The parking lot for whoever runs the suite. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/admin/parked")
class ParkedController {

    private final ParkedService service;
    private final ParkedList list;
    private final Cursors cursors;

    ParkedController(ParkedService service, ParkedList list, Cursors cursors) {
        this.service = service;
        this.list = list;
        this.cursors = cursors;
    }

    /** Without a status: all that are open. */
    @GetMapping
    @Operation(
            summary = "List the records that a consumer could not apply",
            description = "Without a status those that are still open.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    Page<ParkedView> list(
            @RequestParam(required = false) @Nullable String consumer,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String aggregate,
            @RequestParam(required = false) Parked.@Nullable Status status,
            Paging paging) {
        var filter = new ParkedList.Filter(consumer, topic, aggregate, status);
        // the cursor belongs to this filter
        var scope = "inbox-parked " + filter;
        var rows = list.page(filter, after(scope, paging), paging.fetch());
        return Page.of(
                rows,
                paging,
                view -> view,
                last ->
                        cursors.encode(
                                scope, List.of(last.parkedAt().toString(), last.id().toString())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a parked record: its bytes, its reason, its history")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    ParkedDetail inspect(@PathVariable UUID id) {
        return detail(id);
    }

    /**
     * Tries the record and all behind it, in version order; the answer says whether it is applied
     * now.
     */
    @PostMapping("/{id}/replay")
    @Operation(
            summary = "Try a parked record again, and those waiting behind it",
            description = "In the order of versions; the answer says whether it is applied now.")
    @PreAuthorize("hasRole('OPERATOR')")
    @Refuses(without = Outage.CONSUMER)
    ParkedDetail replay(@PathVariable UUID id, Caller caller, IfMatch expected) {
        service.replay(id, caller.subject(), expected);
        return detail(id);
    }

    @PostMapping("/{id}/discard")
    @Operation(
            summary = "Discard a parked record, and go on with the next version",
            description = "The skipped version is recorded with the reason.")
    @PreAuthorize("hasRole('OPERATOR')")
    @Refuses(without = Outage.CONSUMER)
    ParkedDetail discard(
            @PathVariable UUID id, @Body DiscardRequest request, Caller caller, IfMatch expected) {
        service.discard(id, request.reason(), caller.subject(), expected);
        return detail(id);
    }

    /** Goes on with this record although versions before it have not arrived. */
    @PostMapping("/{id}/skip")
    @Operation(
            summary = "Go on with this record although versions before it are missing",
            description =
                    "Only when they will never come: what they would have changed is lost "
                            + "to this consumer.")
    @PreAuthorize("hasRole('OPERATOR')")
    @Refuses(without = Outage.CONSUMER)
    ParkedDetail skip(
            @PathVariable UUID id, @Body SkipRequest request, Caller caller, IfMatch expected) {
        service.skip(id, request.reason(), caller.subject(), expected);
        return detail(id);
    }

    record SkipRequest(@NotBlank @Size(max = 1000) String reason) {}

    record DiscardRequest(@NotBlank @Size(max = 1000) String reason) {}

    /** The history first: what is shown may be newer than its version, never older. */
    private ParkedDetail detail(UUID id) {
        var history = list.history(id);
        return ParkedDetail.of(service.find(id), history);
    }

    private ParkedList.@Nullable Mark after(String scope, Paging paging) {
        var cursor = paging.cursor();
        if (cursor == null) {
            return null;
        }
        var keys = cursors.decode(scope, cursor);
        return new ParkedList.Mark(Instant.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
    }
}
