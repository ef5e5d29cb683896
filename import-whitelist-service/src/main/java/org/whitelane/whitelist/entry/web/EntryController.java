package org.whitelane.whitelist.entry.web;

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
import org.whitelane.whitelist.entry.Entries.Place;
import org.whitelane.whitelist.entry.EntryReader;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.web.Edge;

import java.util.List;
import java.util.UUID;

/** Entries for their holders and the scheme's agencies. */
@RestController
@RequestMapping("/api/v1/whitelist")
class EntryController {

    private final EntryReader reader;
    private final Cursors cursors;

    EntryController(EntryReader reader, Cursors cursors) {
        this.reader = reader;
        this.cursors = cursors;
    }

    @GetMapping("/entries/{id}")
    @Operation(summary = "Read one entry of the list")
    EntryView show(@PathVariable UUID id, Caller caller) {
        var officer = Edge.officer(caller);
        return reader.entry(id, officer)
                .map(entry -> EntryView.of(entry, officer))
                .orElseThrow(() -> Problem.notFound("Entry " + id));
    }

    @GetMapping("/entries")
    @Operation(
            summary = "List the entries that the caller may see",
            description = "Holders see their own, the scheme's agencies all of them.")
    Page<EntryView> list(Paging paging, Caller caller) {
        var officer = Edge.officer(caller);
        var scope = "entries " + caller.subject();
        return Page.of(
                reader.page(officer, place(scope, paging.cursor()), paging.fetch()),
                paging,
                entry -> EntryView.of(entry, officer),
                last -> cursor(scope, last));
    }

    private Place place(String scope, @Nullable String cursor) {
        if (cursor == null) {
            return Place.START;
        }
        var keys = cursors.decode(scope, cursor);
        return new Place(keys.get(0), Integer.parseInt(keys.get(1)), Integer.parseInt(keys.get(2)));
    }

    private String cursor(String scope, WhitelistEntry last) {
        return cursors.encode(
                scope,
                List.of(
                        last.scheme().code(),
                        Integer.toString(last.origin().batchNumber()),
                        Integer.toString(last.origin().sequence())));
    }
}
