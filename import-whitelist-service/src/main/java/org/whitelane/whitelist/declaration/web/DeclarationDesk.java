package org.whitelane.whitelist.declaration.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.declaration.DeclarationCommand;
import org.whitelane.whitelist.declaration.DeclarationOutcome;
import org.whitelane.whitelist.declaration.DeclarationReader;
import org.whitelane.whitelist.declaration.DeclarationService;
import org.whitelane.whitelist.declaration.DeclarationStatus;
import org.whitelane.whitelist.declaration.Planning;
import org.whitelane.whitelist.web.Edge;
import org.whitelane.whitelist.web.RefusedProblems;

import java.util.List;
import java.util.UUID;

/** Between the controllers and the use cases: outcomes become views or problems. */
@Component
class DeclarationDesk {

    private final Planning planning;
    private final DeclarationService service;
    private final DeclarationReader reader;
    private final RefusedProblems problems;
    private final Cursors cursors;

    DeclarationDesk(
            Planning planning,
            DeclarationService service,
            DeclarationReader reader,
            RefusedProblems problems,
            Cursors cursors) {
        this.planning = planning;
        this.service = service;
        this.reader = reader;
        this.problems = problems;
        this.cursors = cursors;
    }

    DeclarationView plan(DeclarationForms.Plan form, Caller caller) {
        return view(planning.plan(form.entry(), form.quantity().read(), Edge.officer(caller)));
    }

    DeclarationView decide(UUID id, DeclarationCommand command, Caller caller, IfMatch expected) {
        return view(service.decide(id, command, Edge.officer(caller), expected));
    }

    DeclarationView show(UUID id, Caller caller) {
        return reader.find(id, Edge.officer(caller))
                .map(DeclarationView::of)
                .orElseThrow(() -> Problem.notFound("Declaration " + id));
    }

    Page<DeclarationView> list(
            @Nullable UUID entry,
            @Nullable DeclarationStatus status,
            Paging paging,
            Caller caller) {
        var scope = "declarations %s %s %s".formatted(caller.subject(), entry, status);
        var cursor = paging.cursor();
        var after =
                cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                reader.page(Edge.officer(caller), entry, status, after, paging.fetch()),
                paging,
                DeclarationView::of,
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    private DeclarationView view(DeclarationOutcome outcome) {
        return switch (outcome) {
            case DeclarationOutcome.Done(var declaration) -> DeclarationView.of(declaration);
            case DeclarationOutcome.OtherVersion(var current) ->
                    throw Problem.versionMismatch(current);
            case DeclarationOutcome.Not(var refused) -> throw problems.of(refused, "declarations");
        };
    }
}
