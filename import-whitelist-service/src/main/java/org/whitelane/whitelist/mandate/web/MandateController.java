package org.whitelane.whitelist.mandate.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

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
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.mandate.Mandate.Way;
import org.whitelane.whitelist.mandate.MandateOutcome;
import org.whitelane.whitelist.mandate.MandateReader;
import org.whitelane.whitelist.mandate.MandateService;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Mandates: who may act for whom. */
@RestController
@RequestMapping("/api/v1/whitelist/mandates")
class MandateController {

    private final MandateReader reader;
    private final MandateService service;
    private final RefusedProblems problems;
    private final Cursors cursors;

    MandateController(
            MandateReader reader,
            MandateService service,
            RefusedProblems problems,
            Cursors cursors) {
        this.reader = reader;
        this.service = service;
        this.problems = problems;
        this.cursors = cursors;
    }

    record EndForm(@NotBlank @Size(max = 2000) String reason) {}

    @PostMapping
    @Operation(
            summary = "Let another organisation act for one's own",
            description =
                    "It says who acts, under which scheme, with which powers and until when (Civil"
                            + " Code Art. 165). Never an authority, and never passed on.")
    @PreAuthorize("hasRole('APPLICANT_ADMIN')")
    @Idempotent
    ResponseEntity<MandateView> give(@Body MandateForm form, Caller caller) {
        var given = view(service.give(form.wish(), Edge.officer(caller)));
        return ResponseEntity.created(URI.create("/api/v1/whitelist/mandates/" + given.id()))
                .body(given);
    }

    @GetMapping
    @Operation(
            summary = "List the mandates that the caller's organisation gave or got",
            description = "Also those that have ended; `organisation` is the other side.")
    Page<MandateView> list(
            @RequestParam(required = false) @Nullable UUID organisation,
            Paging paging,
            Caller caller) {
        var other = organisation == null ? null : organisation.toString();
        var scope = "mandates " + caller.subject() + " " + (other == null ? "" : other);
        var cursor = paging.cursor();
        var after = cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).get(0));
        var today = reader.today();
        return Page.of(
                reader.page(Edge.officer(caller), other, after, paging.fetch()),
                paging,
                mandate -> MandateView.of(mandate, today),
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one mandate", description = "For its two sides, and for auditors.")
    MandateView show(@PathVariable UUID id, Caller caller) {
        return reader.mandate(id, Edge.officer(caller))
                .map(mandate -> MandateView.of(mandate, reader.today()))
                .orElseThrow(() -> Problem.notFound("Mandate " + id));
    }

    @PostMapping("/{id}/revocation")
    @Operation(
            summary = "Revoke a mandate that one's own organisation gave",
            description =
                    "From the answer on the agent neither acts nor reads. What it did stays the"
                            + " unit's.")
    @PreAuthorize("hasRole('APPLICANT_ADMIN')")
    MandateView revoke(@PathVariable UUID id, @Body EndForm form, Caller caller, IfMatch expected) {
        return view(service.end(id, Way.REVOKED, form.reason(), Edge.officer(caller), expected));
    }

    @PostMapping("/{id}/resignation")
    @Operation(
            summary = "Give up a mandate that one's own organisation got",
            description = "The unit sees that, and why.")
    @PreAuthorize("hasRole('APPLICANT_ADMIN')")
    MandateView giveUp(@PathVariable UUID id, @Body EndForm form, Caller caller, IfMatch expected) {
        return view(service.end(id, Way.GIVEN_UP, form.reason(), Edge.officer(caller), expected));
    }

    private MandateView view(MandateOutcome outcome) {
        return switch (outcome) {
            case MandateOutcome.Done(var mandate) -> MandateView.of(mandate, reader.today());
            case MandateOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case MandateOutcome.Not(var refused) -> throw problems.of(refused, "mandates");
        };
    }
}
