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
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.OnceEach;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.ReadsItself;
import org.whitelane.chassis.web.Spool;

import java.io.IOException;

/** Many drafts at once: a body as for one on each line, and an answer for each line. */
@RestController
@RequestMapping("/api/v1/whitelist/requests/bulk")
class BulkController {

    static final String NDJSON = "application/x-ndjson";

    private final BulkDesk desk;

    BulkController(BulkDesk desk) {
        this.desk = desk;
    }

    /** Everything is read before the first line is answered: see {@link Spool}. */
    @PostMapping
    @ReadsItself
    @PreAuthorize("hasAnyRole('APPLICANT_ADMIN', 'RND_IMPORT_OFFICER')")
    @Operation(
            summary = "Draft many requests at once, one on each line",
            description =
                    "Each line is a body as for one request and stands in a transaction of its own:"
                            + " what is wrong with one does not hold up the others.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(type = "string"))),
            parameters =
                    @Parameter(
                            in = ParameterIn.HEADER,
                            name = "Idempotency-Key",
                            description =
                                    "Needed unless tried: of all lines, each of which is known by"
                                            + " its place. A repeat gets the first answers.",
                            schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description =
                    "A line for each line, in order: its index, status, and request or problem.",
            content = @Content(mediaType = NDJSON, schema = @Schema(type = "string")))
    void draft(
            @RequestParam(defaultValue = "false") String dryRun,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        requireLines(request.getContentType());
        var tried = DryRuns.wanted(dryRun);
        if (!tried) {
            OnceEach.requireKey(request);
        }
        try (var spool = Spool.of(request, desk.limits().bytes())) {
            desk.requireFewLines(spool);
            response.setStatus(HttpStatus.OK.value());
            response.setContentType(NDJSON);
            desk.answer(spool, tried, caller, request, response.getOutputStream());
        }
    }

    private static void requireLines(@Nullable String contentType) {
        try {
            if (contentType != null
                    && MediaType.parseMediaType(contentType)
                            .isCompatibleWith(MediaType.parseMediaType(NDJSON))) {
                return;
            }
        } catch (InvalidMediaTypeException e) {
            // answered like any other type
        }
        throw Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "media-type-not-supported",
                "The body must be lines of JSON: Content-Type: " + NDJSON + ".");
    }
}
