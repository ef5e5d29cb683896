package org.whitelane.approval.ind.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.approval.ind.Ind;
import org.whitelane.approval.ind.IndService;
import org.whitelane.approval.ind.Outcome;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@RestController
@RequestMapping(IndController.PATH)
class IndController {

    static final String PATH = "/api/v1/approvals/ind";

    private final IndService service;
    private final Cursors cursors;

    IndController(IndService service, Cursors cursors) {
        this.service = service;
        this.cursors = cursors;
    }

    @PostMapping
    @Operation(
            summary = "Record a clinical trial approval as it was announced",
            description =
                    "An announced fact is recorded once; what was wrong is corrected by an"
                            + " amendment that everybody sees. What is known to the month only is"
                            + " given as a month; every date names its source.")
    @Idempotent
    @PreAuthorize("hasRole('APPROVAL_STEWARD')")
    ResponseEntity<IndView> record(@Body IndForm form, Caller caller) {
        return switch (service.record(form.facts(), caller.subject())) {
            case Outcome.Recorded(var ind) ->
                    ResponseEntity.created(URI.create(PATH + "/" + ind.id()))
                            .body(IndView.from(ind));
            case Outcome refused -> throw problem(refused, "");
        };
    }

    /**
     * What stands in the way.
     *
     * @param at where in the body the facts stand
     */
    static Problem problem(Outcome outcome, String at) {
        return switch (outcome) {
            case Outcome.Recorded(var ind) -> throw new IllegalArgumentException("" + ind.id());
            case Outcome.OtherVersion(var current) -> Problem.versionMismatch(current);
            case Outcome.Taken(var code, var detail) -> Problem.conflict(code, detail);
            case Outcome.Refused(var refusals) ->
                    Problem.refused(
                            "ind-refused",
                            "The facts contradict each other or the catalogue.",
                            refusals.stream()
                                    .map(r -> new Fault(at + r.pointer(), r.code(), r.detail()))
                                    .toList());
        };
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one clinical trial approval")
    IndView one(@PathVariable String id) {
        return uuid(id).flatMap(service::find)
                .map(IndView::from)
                .orElseThrow(() -> Problem.notFound("This approval"));
    }

    @GetMapping
    @Operation(
            summary = "List clinical trial approvals, the newest record first",
            description =
                    "The sponsor is compared as a whole name; width, blanks and case make "
                            + "no difference.")
    @Parameter(in = ParameterIn.QUERY, name = "acceptanceNumber", schema = @Schema(type = "string"))
    @Parameter(in = ParameterIn.QUERY, name = "noticeNumber", schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sponsor",
            schema = @Schema(type = "string", minLength = 1, maxLength = 200))
    Page<IndView> list(
            Paging paging,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        var filter = IndQuery.filter(query);
        var rows = service.below(place(paging, filter.scope()), filter, paging.fetch());
        return Page.of(
                rows, paging, row -> IndView.from(row.ind()), row -> cursor(filter.scope(), row));
    }

    private @Nullable Long place(Paging paging, String scope) {
        var cursor = paging.cursor();
        return cursor == null ? null : Long.valueOf(cursors.decode(scope, cursor).getFirst());
    }

    private String cursor(String scope, Ind.Listed row) {
        return cursors.encode(scope, List.of(Long.toString(row.place())));
    }

    /** What is no id is no record either. */
    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id)).filter(read -> read.toString().equals(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
