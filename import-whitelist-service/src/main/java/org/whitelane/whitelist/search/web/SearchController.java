package org.whitelane.whitelist.search.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.search.Identifier;
import org.whitelane.whitelist.search.Search;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;

/** One box for every identifier. */
@RestController
@RequestMapping("/api/v1/whitelist/search")
class SearchController {

    private final Search search;
    private final Cursors cursors;

    SearchController(Search search, Cursors cursors) {
        this.search = search;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(
            summary = "Find whatever one may read by any identifier one has",
            description =
                    "Requests, entries, batches, declarations, places in directories and bans; by"
                            + " numbers, CAS, the beginning of an HS code, unit, its credit code,"
                            + " decision document. Only what the caller may read is found; newest"
                            + " first.")
    Page<HitView> find(
            @RequestParam @NotBlank @Size(max = 200) String q, Paging paging, Caller caller) {
        var wanted = wanted(q);
        var scope = "search " + caller.subject() + " " + wanted.terms();
        return Page.of(
                search.page(
                        wanted,
                        Edge.officer(caller),
                        after(scope, paging.cursor()),
                        paging.fetch()),
                paging,
                HitView::of,
                last -> cursors.encode(scope, List.of(last.id().toString())));
    }

    private static Identifier.Readings wanted(String q) {
        return switch (Identifier.read(q)) {
            case Identifier.Readings readings -> readings;
            case Identifier.Impossible(var why) -> throw Problem.invalid(Edge.faults(List.of(why)));
        };
    }

    private @Nullable UUID after(String scope, @Nullable String cursor) {
        return cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).getFirst());
    }
}
