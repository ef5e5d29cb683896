package org.whitelane.whitelist.lists.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.lists.CustomsEntry;
import org.whitelane.whitelist.lists.Extent;
import org.whitelane.whitelist.lists.Listed;
import org.whitelane.whitelist.lists.PublishedLists;
import org.whitelane.whitelist.web.Edge;

import java.io.IOException;
import java.time.LocalDate;

/** The full list for customs at the scheme's table, and for who audits. */
@RestController
@RequestMapping("/api/v1/whitelist/customs/{scheme}")
class CustomsListController {

    private static final String AUDIENCE = "customs";

    private final PublishedLists lists;
    private final ListDesk desk;

    CustomsListController(PublishedLists lists, ListDesk desk) {
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping("/entries")
    @PreAuthorize("hasAnyRole('CUSTOMS_OFFICER', 'AUDITOR')")
    @Operation(
            summary = "Show customs the full list of a scheme",
            description =
                    "With units, articles, quantities left, offices and waived documents; with asOf"
                            + " as it stood at the end of a past legal day.")
    Page<CustomsEntry> entries(
            @PathVariable String scheme,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Paging paging,
            Caller caller) {
        var day = desk.past(asOf);
        var scope = "customs entries %s %s %s".formatted(scheme, day, caller.subject());
        var after = desk.place(scope, paging.cursor());
        return Page.of(
                lists.customsPage(scheme, day, after, paging.fetch(), Edge.officer(caller))
                        .orElseThrow(() -> Problem.notFound("Scheme " + scheme)),
                paging,
                Listed::entry,
                last -> desk.cursor(scope, last));
    }

    @GetMapping("/list")
    @PreAuthorize("hasAnyRole('CUSTOMS_OFFICER', 'AUDITOR')")
    @Operation(
            summary = "Download the full list of a scheme for customs",
            description =
                    "All of it in one file, as of one moment or, with asOf, of the end of a past"
                            + " legal day. CSV (RFC 4180, UTF-8 with a byte"
                            + " order mark) or XLSX, by format or by Accept.")
    @AsFile
    void list(
            @PathVariable String scheme,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String format,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new Extent.Whole(scheme, desk.past(asOf)), caller, request, response);
    }

    @GetMapping("/batches/{number}/list")
    @PreAuthorize("hasAnyRole('CUSTOMS_OFFICER', 'AUDITOR')")
    @Operation(
            summary = "Download what a batch brought to the full list",
            description = "In the order of the batch, each entry as it stands now.")
    @AsFile
    void batch(
            @PathVariable String scheme,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String format,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new Extent.OfBatch(scheme, number), caller, request, response);
    }

    @GetMapping("/batches/{number}/changes")
    @PreAuthorize("hasAnyRole('CUSTOMS_OFFICER', 'AUDITOR')")
    @Operation(
            summary = "Download what a batch changed in the full list",
            description =
                    "Added, changed and removed against the list before it, each as the batch left"
                            + " it.")
    @AsFile
    void changes(
            @PathVariable String scheme,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String format,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new Extent.Changes(scheme, number), caller, request, response);
    }

    private void send(
            Extent extent, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var officer = Edge.officer(caller);
        desk.send(
                extent,
                AUDIENCE,
                format -> lists.customsFile(extent, format, officer),
                request,
                response);
    }
}
