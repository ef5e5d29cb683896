package org.whitelane.whitelist.declaration.web;

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
import org.whitelane.whitelist.declaration.DeclarationCommand.Cancel;
import org.whitelane.whitelist.declaration.DeclarationCommand.Receive;
import org.whitelane.whitelist.declaration.DeclarationCommand.Reserve;
import org.whitelane.whitelist.declaration.DeclarationStatus;

import java.net.URI;
import java.util.UUID;

/** What the unit does with its imports, and what everybody concerned reads. */
@RestController
@RequestMapping("/api/v1/whitelist/declarations")
class DeclarationController {

    private final DeclarationDesk desk;

    DeclarationController(DeclarationDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @Operation(
            summary = "Plan an import under an entry of the list",
            description = "Nothing is held yet; reserving comes next.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Idempotent
    ResponseEntity<DeclarationView> plan(@Body DeclarationForms.Plan form, Caller caller) {
        var plan = desk.plan(form, caller);
        return ResponseEntity.created(URI.create("/api/v1/whitelist/declarations/" + plan.id()))
                .body(plan);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Read one import with its quantities",
            description =
                    "For the unit, customs and the agencies of the scheme; for others it is not"
                            + " there.")
    DeclarationView show(@PathVariable UUID id, Caller caller) {
        return desk.show(id, caller);
    }

    @GetMapping
    @Operation(
            summary = "List the imports that the caller may see",
            description = "Units see their own, the agencies those of their schemes.")
    Page<DeclarationView> list(
            @RequestParam(required = false) @Nullable UUID entry,
            @RequestParam(required = false) @Nullable DeclarationStatus status,
            Paging paging,
            Caller caller) {
        return desk.list(entry, status, paging, caller);
    }

    @PostMapping("/{id}/reservation")
    @Operation(
            summary = "Reserve the planned quantity on the entry",
            description =
                    "Refused where the entry has not that much left; the reservation ends by"
                            + " itself.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    DeclarationView reserve(@PathVariable UUID id, Caller caller, IfMatch expected) {
        return desk.decide(id, new Reserve(), caller, expected);
    }

    @PostMapping("/{id}/cancellation")
    @Operation(
            summary = "Cancel an import that has not been released",
            description = "What was reserved is free again.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    DeclarationView cancel(
            @PathVariable UUID id,
            @Body DeclarationForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Cancel(form.reason()), caller, expected);
    }

    /** Parts add up, so each needs a key of its own: a repeat must not count twice. */
    @PostMapping("/{id}/receipts")
    @Operation(
            summary = "Record what has arrived at the unit",
            description = "Several times if it comes in parts; the last one closes the import.")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Idempotent
    ResponseEntity<DeclarationView> receive(
            @PathVariable UUID id,
            @Body DeclarationForms.Receipt form,
            Caller caller,
            IfMatch expected) {
        var quantity = form.quantity();
        var receive =
                new Receive(
                        quantity == null ? null : quantity.read(),
                        Boolean.TRUE.equals(form.last()));
        return ResponseEntity.created(URI.create("/api/v1/whitelist/declarations/" + id))
                .body(desk.decide(id, receive, caller, expected));
    }
}
