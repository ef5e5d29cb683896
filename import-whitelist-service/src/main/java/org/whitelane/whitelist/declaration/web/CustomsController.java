package org.whitelane.whitelist.declaration.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.whitelist.declaration.DeclarationCommand.Declare;
import org.whitelane.whitelist.declaration.DeclarationCommand.Refuse;
import org.whitelane.whitelist.declaration.DeclarationCommand.Release;
import org.whitelane.whitelist.declaration.DeclarationCommand.Return;

import java.net.URI;
import java.util.UUID;

/** What customs decides about an import. */
@RestController
@RequestMapping("/api/v1/whitelist/declarations/{id}")
class CustomsController {

    private final DeclarationDesk desk;

    CustomsController(DeclarationDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/customs-declaration")
    @Operation(
            summary = "Record the customs declaration of a reserved import",
            description =
                    "Number, office, HS code, consignee, date and remark are held against entry and"
                            + " scheme.")
    @PreAuthorize("hasRole('CUSTOMS_OFFICER')")
    DeclarationView declare(
            @PathVariable UUID id,
            @Body DeclarationForms.CustomsDeclaration form,
            Caller caller,
            IfMatch expected) {
        var declare =
                new Declare(
                        form.number(),
                        form.customsOffice(),
                        form.hsCode(),
                        form.consignee(),
                        form.declaredOn(),
                        form.remark());
        return desk.decide(id, declare, caller, expected);
    }

    /** Parts add up, so each needs a key of its own: a repeat must not count twice. */
    @PostMapping("/releases")
    @Operation(
            summary = "Release a declared quantity",
            description = "In parts if need be, never more than was declared.")
    @PreAuthorize("hasRole('CUSTOMS_OFFICER')")
    @Idempotent
    ResponseEntity<DeclarationView> release(
            @PathVariable UUID id,
            @Body DeclarationForms.Release form,
            Caller caller,
            IfMatch expected) {
        var quantity = form.quantity();
        var release = new Release(quantity == null ? null : quantity.read());
        return ResponseEntity.created(URI.create("/api/v1/whitelist/declarations/" + id))
                .body(desk.decide(id, release, caller, expected));
    }

    @PostMapping("/refusal")
    @Operation(
            summary = "Refuse the release of a declared import",
            description = "The quantity is free again; the unit is told the reason.")
    @PreAuthorize("hasRole('CUSTOMS_OFFICER')")
    DeclarationView refuse(
            @PathVariable UUID id,
            @Body DeclarationForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Refuse(form.reason()), caller, expected);
    }

    @PostMapping("/return")
    @Operation(
            summary = "Record that released goods were sent back",
            description = "What has not been received is free again.")
    @PreAuthorize("hasRole('CUSTOMS_OFFICER')")
    DeclarationView sendBack(
            @PathVariable UUID id,
            @Body DeclarationForms.Reason form,
            Caller caller,
            IfMatch expected) {
        return desk.decide(id, new Return(form.reason()), caller, expected);
    }
}
