package org.whitelane.whitelist.directory.web;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.directory.UnitReader;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;

/** Directories: masked for everybody, whole for the unit and the scheme's agencies. */
@RestController
@RequestMapping("/api/v1/whitelist")
class UnitController {

    private final UnitReader reader;
    private final Cursors cursors;

    UnitController(UnitReader reader, Cursors cursors) {
        this.reader = reader;
        this.cursors = cursors;
    }

    @GetMapping("/public/{scheme}/units")
    @Operation(
            summary = "Show the public the units that a scheme has recognised",
            description = "Empty for schemes that list unit and article together.")
    Page<UnitView.PublicUnit> publicList(@PathVariable String scheme, Paging paging) {
        var scope = "public units " + scheme;
        return Page.of(
                reader.publicPage(scheme, after(scope, paging.cursor()), paging.fetch())
                        .orElseThrow(() -> Problem.notFound("Scheme " + scheme)),
                paging,
                UnitView.PublicUnit::of,
                last -> cursor(scope, last));
    }

    @GetMapping("/units/{id}")
    @Operation(summary = "Read a unit's place in the directory of a scheme")
    UnitView show(@PathVariable UUID id, Caller caller) {
        return reader.listing(id, Edge.officer(caller))
                .map(UnitView::of)
                .orElseThrow(() -> Problem.notFound("Unit listing " + id));
    }

    @GetMapping("/units")
    @Operation(
            summary = "List the units' places that the caller may see",
            description = "Units see their own, the scheme's agencies all of them.")
    Page<UnitView> list(Paging paging, Caller caller) {
        var scope = "units " + caller.subject();
        return Page.of(
                reader.page(Edge.officer(caller), after(scope, paging.cursor()), paging.fetch()),
                paging,
                UnitView::of,
                last -> cursor(scope, last));
    }

    private @Nullable UUID after(String scope, @Nullable String cursor) {
        return cursor == null ? null : UUID.fromString(cursors.decode(scope, cursor).get(0));
    }

    private String cursor(String scope, UnitListing last) {
        return cursors.encode(scope, List.of(last.id().toString()));
    }
}
