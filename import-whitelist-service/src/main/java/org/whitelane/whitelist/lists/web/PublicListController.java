package org.whitelane.whitelist.lists.web;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.lists.Extent;
import org.whitelane.whitelist.lists.Listed;
import org.whitelane.whitelist.lists.PublicEntry;
import org.whitelane.whitelist.lists.PublishedLists;

import java.io.IOException;
import java.time.LocalDate;

/** The list for everybody: masked. */
@RestController
@RequestMapping("/api/v1/whitelist/public/{scheme}")
class PublicListController {

    private static final String AUDIENCE = "public";

    private final PublishedLists lists;
    private final ListDesk desk;

    PublicListController(PublishedLists lists, ListDesk desk) {
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping("/entries")
    @Operation(
            summary = "Show the public the list of a scheme",
            description =
                    "Masked: neither quantities nor makers nor who will use it. With asOf as it"
                            + " stood at the end of a past legal day.")
    Page<PublicEntry> entries(
            @PathVariable String scheme,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Paging paging) {
        var day = desk.past(asOf);
        var scope = "public entries %s %s".formatted(scheme, day);
        return Page.of(
                lists.publicPage(scheme, day, desk.place(scope, paging.cursor()), paging.fetch())
                        .orElseThrow(() -> Problem.notFound("Scheme " + scheme)),
                paging,
                Listed::entry,
                last -> desk.cursor(scope, last));
    }

    @GetMapping("/list")
    @Operation(
            summary = "Download the public list of a scheme",
            description =
                    "All of it in one file, as of one moment or, with asOf, of the end of a past"
                            + " legal day; masked. CSV (RFC 4180, UTF-8 with a"
                            + " byte order mark) or XLSX, by format or by Accept.")
    @AsFile
    void list(
            @PathVariable String scheme,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new Extent.Whole(scheme, desk.past(asOf)), request, response);
    }

    @GetMapping("/batches/{number}/list")
    @Operation(
            summary = "Download what a batch brought to the public list",
            description = "In the order of the batch, each entry as it stands now; masked.")
    @AsFile
    void batch(
            @PathVariable String scheme,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new Extent.OfBatch(scheme, number), request, response);
    }

    @GetMapping("/batches/{number}/changes")
    @Operation(
            summary = "Download what a batch changed in the public list",
            description = "Added, changed and removed against the list before it; masked.")
    @AsFile
    void changes(
            @PathVariable String scheme,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(new Extent.Changes(scheme, number), request, response);
    }

    private void send(Extent extent, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.send(extent, AUDIENCE, format -> lists.publicFile(extent, format), request, response);
    }
}
