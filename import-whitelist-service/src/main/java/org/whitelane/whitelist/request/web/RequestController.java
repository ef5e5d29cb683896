package org.whitelane.whitelist.request.web;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.whitelist.request.RequestCommand.Revise;
import org.whitelane.whitelist.request.RequestPages.Filter;
import org.whitelane.whitelist.request.RequestStatus;

import java.net.URI;
import java.util.UUID;

/** What applicants write and everybody concerned reads. */
@RestController
@RequestMapping("/api/v1/whitelist/requests")
class RequestController {

    private final RequestDesk desk;
    private final RequestShelf shelf;

    RequestController(RequestDesk desk, RequestShelf shelf) {
        this.desk = desk;
        this.shelf = shelf;
    }

    @PostMapping
    @Operation(
            summary =
                    "Draft a white-list request for one's own enterprise, or for another by"
                            + " mandate",
            description =
                    "Nothing is before an agency until it is submitted. With `onBehalfOf` the"
                            + " request is that unit's; without its mandate for this scheme and"
                            + " act the answer is 403 `no-mandate`, whoever was named.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Idempotent(dryRun = true)
    ResponseEntity<RequestView> draft(
            @Body DraftForm form,
            @RequestParam(defaultValue = "false") String dryRun,
            Caller caller) {
        var tried = DryRuns.wanted(dryRun);
        var draft = desk.draft(form, tried, caller);
        if (tried) {
            return ResponseEntity.ok(draft);
        }
        return ResponseEntity.created(URI.create("/api/v1/whitelist/requests/" + draft.id()))
                .body(draft);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace the content of a draft or of a request under correction")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView revise(
            @PathVariable UUID id, @Body RequestForm form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Revise(form.wish()), caller, expected);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read one request",
            description =
                    "Applicants see their own, agents what a mandate lets them see, agencies what"
                        + " is before them; `allowed` lists what this caller may do with it next.")
    RequestView show(@PathVariable UUID id, Caller caller) {
        return desk.show(id, caller);
    }

    @GetMapping
    @Operation(
            summary = "List the requests that the caller may see",
            description = "Of all units, or of the `organisation` that is named.")
    Page<RequestView.Line> list(
            @RequestParam(required = false) @Nullable RequestStatus status,
            @RequestParam(required = false) @Nullable UUID organisation,
            Paging paging,
            Caller caller) {
        var unit = organisation == null ? null : organisation.toString();
        return shelf.list(new Filter(status, unit), paging, caller);
    }
}
