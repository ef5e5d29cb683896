package org.whitelane.whitelist.replacement.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Together;
import org.whitelane.whitelist.replacement.Remaining;
import org.whitelane.whitelist.replacement.ReplacementOrder;
import org.whitelane.whitelist.replacement.ReplacementOutcome;
import org.whitelane.whitelist.replacement.ReplacementService;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Replacement;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.time.Instant;
import java.time.LocalDate;

/** How one scheme takes another's place. */
@RestController
@RequestMapping("/api/v1/whitelist/schemes/{code}/replacement")
class ReplacementController {

    private final ReplacementService service;
    private final RefusedProblems problems;

    ReplacementController(ReplacementService service, RefusedProblems problems) {
        this.service = service;
        this.problems = problems;
    }

    /**
     * @param entries what becomes of them; left out, with requests, where the new scheme's text
     *     says it
     * @param basis number of the paper that says it
     */
    @Together(BothOrNone.class)
    record OrderForm(
            @NotBlank @Size(max = 40) String replacedBy,
            Replacement.@Nullable Entries entries,
            Replacement.@Nullable Requests requests,
            @NotBlank @Size(max = 200) String basis) {

        ReplacementOrder order(String code) {
            var plan =
                    entries == null || requests == null ? null : new Replacement(entries, requests);
            return new ReplacementOrder(code, replacedBy, plan, basis);
        }
    }

    /**
     * @param finishedAt null while there is something left to do
     * @param remaining what has still to end
     */
    record ReplacementView(
            String scheme,
            String replacedBy,
            Replacement.Entries entries,
            Replacement.Requests requests,
            String basis,
            LocalDate closedOn,
            @Nullable Instant finishedAt,
            Remaining.Left remaining) {

        static ReplacementView of(Closing closing, Remaining.Left remaining) {
            return new ReplacementView(
                    closing.scheme(),
                    closing.replacedBy(),
                    closing.plan().entries(),
                    closing.plan().requests(),
                    closing.basis(),
                    closing.closedOn(),
                    closing.finishedAt(),
                    remaining);
        }
    }

    @PostMapping
    @Operation(
            summary = "Close a scheme because another one takes its place",
            description =
                    "Nobody submits under it from now on. Drafts end; requests, entries and units"
                            + " go the way that the new scheme's text or this decision says.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    @Idempotent
    ResponseEntity<ReplacementView> order(
            @PathVariable String code, @Body OrderForm form, Caller caller) {
        return switch (service.order(form.order(code), Edge.officer(caller))) {
            case ReplacementOutcome.Ordered(var closing) ->
                    ResponseEntity.status(HttpStatus.CREATED).body(view(closing));
            case ReplacementOutcome.Not(var refused) -> throw problems.of(refused, "schemes");
        };
    }

    @GetMapping
    @Operation(summary = "Read how a scheme was replaced, and whether all of it is done")
    ReplacementView show(@PathVariable String code) {
        return service.find(code)
                .map(this::view)
                .orElseThrow(() -> Problem.notFound("Replacement of scheme " + code));
    }

    private ReplacementView view(Closing closing) {
        return ReplacementView.of(closing, service.left(closing));
    }
}
