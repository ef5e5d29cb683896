package org.whitelane.whitelist.lists.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.batch.PublishedBatches;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;

/** The batches that were published, for everybody, with the agencies' signatures. */
@RestController
@RequestMapping("/api/v1/whitelist/public/{scheme}/batches")
class PublicBatchController {

    private final PublishedBatches batches;
    private final Schemes schemes;
    private final Cursors cursors;

    PublicBatchController(PublishedBatches batches, Schemes schemes, Cursors cursors) {
        this.batches = batches;
        this.schemes = schemes;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(summary = "List the published batches of a scheme, the newest first")
    Page<PublicBatch> list(@PathVariable String scheme, Paging paging) {
        var scope = "public batches " + scheme;
        var cursor = paging.cursor();
        var before =
                cursor == null ? null : Integer.valueOf(cursors.decode(scope, cursor).getFirst());
        if (schemes.newest(scheme).isEmpty()) {
            throw Problem.notFound("Scheme " + scheme);
        }
        return Page.of(
                batches.page(scheme, before, paging.fetch()),
                paging,
                PublicBatch::of,
                last -> cursors.encode(scope, List.of(Integer.toString(last.number()))));
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "Read a published batch and who signed it",
            description =
                    "Anybody can verify the signatures: each is a detached JWS (RFC 7515, Ed25519)"
                            + " over its statement, which names the digest of the content.")
    PublicBatch show(@PathVariable String scheme, @PathVariable int number) {
        return batches.find(scheme, number)
                .map(PublicBatch::of)
                .orElseThrow(() -> Problem.notFound("Batch %d of %s".formatted(number, scheme)));
    }
}
