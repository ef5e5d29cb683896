package org.whitelane.whitelist.request.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.ReadsItself;

import java.io.IOException;
import java.util.UUID;

/** The documents of a request: they come as they are, and go out as the same bytes. */
@RestController
@RequestMapping("/api/v1/whitelist/requests/{id}/documents")
class DocumentController {

    private static final String BYTES = "application/octet-stream";

    private final DocumentDesk desk;

    DocumentController(DocumentDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ReadsItself
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Operation(
            summary = "Attach a document to a draft or to what was asked for",
            description =
                    "The body is the file, its Content-Type what it is: PDF, JPEG, PNG or TIFF"
                            + " unless configured otherwise. What arrives is compared with what"
                            + " Content-Digest claims, and how it begins with its type.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = BYTES,
                                            schema = @Schema(type = "string", format = "binary"))),
            parameters = {
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "Idempotency-Key",
                        required = true,
                        description = "A fresh random value for each new document.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = "Content-Digest",
                        required = true,
                        description = "SHA-256 of the body (RFC 9530): `sha-256=:…:` in Base64.",
                        schema = @Schema(type = "string"))
            })
    ResponseEntity<?> attach(
            @PathVariable UUID id,
            @Parameter(
                            description = "What it is: a code such as BUSINESS_LICENCE.",
                            required = true)
                    @RequestParam(required = false)
                    @Nullable String type,
            Caller caller,
            HttpServletRequest request,
            IfMatch expected) {
        return desk.attach(id, type, caller, request, expected);
    }

    @GetMapping("/{document}")
    @Operation(
            summary = "Read the bytes of a document",
            description = "For the applicant, and for the agencies once the request is submitted.")
    @ApiResponse(
            responseCode = "200",
            description = "The file as it came, with its SHA-256 as ETag and Content-Digest.",
            content =
                    @Content(
                            mediaType = BYTES,
                            schema = @Schema(type = "string", format = "binary")))
    void read(
            @PathVariable UUID id,
            @PathVariable UUID document,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        desk.read(id, document, caller, request, response);
    }

    @DeleteMapping("/{document}")
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Operation(
            summary = "Delete a document of a draft",
            description = "Once the request was submitted, what came with it stays.")
    RequestView detach(
            @PathVariable UUID id, @PathVariable UUID document, Caller caller, IfMatch expected) {
        return desk.detach(id, document, caller, expected);
    }
}
