package org.whitelane.whitelist.request.web;

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
import org.whitelane.whitelist.request.RequestStatus;

import java.net.URI;
import java.util.UUID;

/** What applicants write and everybody concerned reads. */
@RestController
@RequestMapping("/api/v1/whitelist/requests")
class RequestController {

    private final RequestDesk desk;

    RequestController(RequestDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Idempotent
    ResponseEntity<RequestView> draft(@Body RequestForm form, Caller caller) {
        var draft = desk.draft(form, caller);
        return ResponseEntity.created(URI.create("/api/v1/whitelist/requests/" + draft.id()))
                .body(draft);
    }

    @PutMapping("/{id}")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    RequestView revise(
            @PathVariable UUID id, @Body RequestForm form, Caller caller, IfMatch expected) {
        return desk.decide(id, new Revise(form.scheme(), form.content()), caller, expected);
    }

    @GetMapping("/{id}")
    RequestView show(@PathVariable UUID id, Caller caller) {
        return desk.show(id, caller);
    }

    @GetMapping
    Page<RequestView.Line> list(
            @RequestParam(required = false) @Nullable RequestStatus status,
            Paging paging,
            Caller caller) {
        return desk.list(status, paging, caller);
    }
}
