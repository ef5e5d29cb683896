package org.whitelane.whitelist.ban.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.ban.BanOutcome;
import org.whitelane.whitelist.ban.BanReader;
import org.whitelane.whitelist.ban.BanService;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.util.List;
import java.util.UUID;

/** Bans, and their end before time. */
@RestController
@RequestMapping("/api/v1/whitelist/bans")
class BanController {

    private final BanReader reader;
    private final BanService service;
    private final RefusedProblems problems;
    private final Cursors cursors;

    BanController(BanReader reader, BanService service, RefusedProblems problems, Cursors cursors) {
        this.reader = reader;
        this.service = service;
        this.problems = problems;
        this.cursors = cursors;
    }

    record LiftingForm(@NotBlank @Size(max = 2000) String reason) {}

    @GetMapping
    @Operation(
            summary = "List the bans that the caller may see",
            description = "Units see their own, a scheme's agencies all under it.")
    Page<BanView> list(Paging paging, Caller caller) {
        var scope = "bans " + caller.subject();
        var cursor = paging.cursor();
        var after = cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).get(0));
        return Page.of(
                reader.page(Edge.officer(caller), after, paging.fetch()),
                paging,
                BanView::of,
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one ban")
    BanView show(@PathVariable UUID id, Caller caller) {
        return reader.ban(id, Edge.officer(caller))
                .map(BanView::of)
                .orElseThrow(() -> Problem.notFound("Ban " + id));
    }

    @PostMapping("/{id}/lifting")
    @Operation(
            summary = "Lift a ban before its time",
            description = "The unit may apply again at once; what was revoked stays revoked.")
    @PreAuthorize("hasRole('MUNICIPAL_OFFICE')")
    BanView lift(@PathVariable UUID id, @Body LiftingForm form, Caller caller, IfMatch expected) {
        return switch (service.lift(id, form.reason(), Edge.officer(caller), expected)) {
            case BanOutcome.Done(var ban) -> BanView.of(ban);
            case BanOutcome.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case BanOutcome.Not(var refused) -> throw problems.of(refused, "bans");
        };
    }
}
