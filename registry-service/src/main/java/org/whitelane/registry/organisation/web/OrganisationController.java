package org.whitelane.registry.organisation.web;

import io.swagger.v3.oas.annotations.Operation;

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
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.organisation.OrganisationService;
import org.whitelane.registry.organisation.Registration;

import java.net.URI;
import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/v1/registry/organisations")
class OrganisationController {

    private static final String LIST = "organisations";

    private final OrganisationService organisations;
    private final Cursors cursors;

    OrganisationController(OrganisationService organisations, Cursors cursors) {
        this.organisations = organisations;
        this.cursors = cursors;
    }

    @PostMapping
    @Operation(
            summary = "Register an enterprise, agency or institution",
            description =
                    "Its unified social credit code (GB 32100) identifies it: a second one "
                            + "with the same code is refused.")
    @Idempotent
    @PreAuthorize("hasRole('REGISTRAR')")
    ResponseEntity<OrganisationView> register(@Body RegisterRequest request, Caller caller) {
        var faults = request.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return switch (organisations.register(request.toOrganisation(), Act.by(caller.subject()))) {
            case Registration.Registered(var it) ->
                    ResponseEntity.created(URI.create("/api/v1/registry/organisations/" + it.id()))
                            .body(OrganisationView.from(it));
            case Registration.CreditCodeTaken(var code) ->
                    throw Problem.conflict(
                            "credit-code-taken",
                            "Credit code %s is registered already.".formatted(code));
        };
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one organisation")
    OrganisationView one(@PathVariable UUID id) {
        return organisations
                .find(id)
                .map(OrganisationView::from)
                .orElseThrow(() -> Problem.notFound("Organisation " + id));
    }

    @GetMapping
    @Operation(summary = "List organisations in the order of their registration")
    Page<OrganisationView> list(Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? 0 : Long.parseLong(cursors.decode(LIST, cursor).getFirst());
        return Page.of(
                organisations.list(after, paging.fetch()),
                paging,
                listed -> OrganisationView.from(listed.organisation()),
                listed -> cursors.encode(LIST, List.of(String.valueOf(listed.seq()))));
    }
}
