package org.whitelane.whitelist.receipt.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.receipt.EntryReceipt;
import org.whitelane.whitelist.receipt.ReceiptOutcome;
import org.whitelane.whitelist.receipt.ReceiptService;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.net.URI;
import java.util.UUID;

/** Receipts of an entry, for whoever sees it. */
@RestController
@RequestMapping("/api/v1/whitelist/entries/{id}")
class ReceiptController {

    private static final String SVG = "image/svg+xml";

    private final ReceiptService service;
    private final RefusedProblems problems;

    ReceiptController(ReceiptService service, RefusedProblems problems) {
        this.service = service;
        this.problems = problems;
    }

    @PostMapping("/receipt")
    @Operation(
            summary = "Issue the receipt of an entry",
            description =
                    "Customs verifies it without a line to here. One that still says what the entry"
                            + " says is answered again (200) instead of a new one (201).")
    @ApiResponse(responseCode = "200", description = "The one there was.")
    @ApiResponse(responseCode = "201", description = "A new one.")
    @PreAuthorize(
            "hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER', 'MUNICIPAL_OFFICE',"
                    + " 'CUSTOMS_OFFICER')")
    @Idempotent
    ResponseEntity<ReceiptView> issue(@PathVariable UUID id, Caller caller) {
        return switch (service.issue(id, Edge.officer(caller))) {
            case ReceiptOutcome.Issued(var receipt, var fresh) -> {
                var here = URI.create("/api/v1/whitelist/entries/%s/receipt".formatted(id));
                yield (fresh ? ResponseEntity.created(here) : ResponseEntity.ok())
                        .body(ReceiptView.of(receipt));
            }
            case ReceiptOutcome.Not(var refused) -> throw problems.of(refused, "receipts");
        };
    }

    @GetMapping("/receipt")
    @Operation(
            summary = "Read the newest receipt of an entry",
            description = "The text and what it says. Whether it still counts: the status list.")
    ReceiptView show(@PathVariable UUID id, Caller caller) {
        return ReceiptView.of(find(id, caller));
    }

    @GetMapping(path = "/receipt/code.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Operation(summary = "Read the newest receipt of an entry as a QR code, in pixels")
    @ApiResponse(
            responseCode = "200",
            description = "The picture.",
            content =
                    @Content(
                            mediaType = MediaType.IMAGE_PNG_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> png(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .body(QrCode.of(find(id, caller).jws()).png());
    }

    @GetMapping(path = "/receipt/code.svg", produces = SVG)
    @Operation(summary = "Read the newest receipt of an entry as a QR code for any size")
    @ApiResponse(
            responseCode = "200",
            description = "The drawing.",
            content = @Content(mediaType = SVG, schema = @Schema(type = "string")))
    ResponseEntity<String> svg(@PathVariable UUID id, Caller caller) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SVG))
                .body(QrCode.of(find(id, caller).jws()).svg());
    }

    @GetMapping(path = "/receipt/page", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "Read the newest receipt of an entry as a page for printing")
    @ApiResponse(
            responseCode = "200",
            description = "The page.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML_VALUE,
                            schema = @Schema(type = "string")))
    ResponseEntity<String> page(@PathVariable UUID id, Caller caller) {
        var receipt = find(id, caller);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(ReceiptPage.of(ReceiptView.claims(receipt), QrCode.of(receipt.jws())));
    }

    private EntryReceipt find(UUID id, Caller caller) {
        return service.find(id, Edge.officer(caller))
                .orElseThrow(() -> Problem.notFound("A receipt of entry " + id));
    }
}
