package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;

import java.time.Duration;
import java.util.List;

/** The signed statements of how far a stream had come: what a reader keeps to hold us to it. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/checkpoints/{stream}")
@PreAuthorize("hasAnyRole('REGULATOR', 'AUDITOR')")
class CheckpointController {

    /** The newest may be another by then; any other never changes. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final Checkpoints checkpoints;
    private final Links links;
    private final Cursors cursors;

    CheckpointController(Checkpoints checkpoints, Links links, Cursors cursors) {
        this.checkpoints = checkpoints;
        this.links = links;
        this.cursors = cursors;
    }

    @GetMapping
    @Operation(
            summary = "List the checkpoints of a stream, the newest first",
            description =
                    "Each names the one before by its hash. Keep some outside: with them and"
                            + " `whitelane-verify` a cut end or a rewritten chain is noticed.")
    Page<Checkpoints.Stored> list(@PathVariable String stream, Paging paging) {
        requireStream(stream);
        var scope = "checkpoints " + stream;
        var cursor = paging.cursor();
        long before =
                cursor == null
                        ? Long.MAX_VALUE
                        : Long.parseLong(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                checkpoints.before(stream, before, paging.fetch()),
                paging,
                stored -> stored,
                last -> cursors.encode(scope, List.of(Long.toString(last.checkpoint().number()))));
    }

    @GetMapping("/newest")
    @Operation(
            summary = "Read the newest checkpoint of a stream",
            description = "With an ETag: asking again for one that is still the newest is cheap.")
    ResponseEntity<Checkpoints.Stored> newest(@PathVariable String stream) {
        requireStream(stream);
        return answer(checkpoints.newest(stream).orElseThrow(() -> none("of this stream")), SOON);
    }

    @GetMapping("/at/{position}")
    @Operation(
            summary = "Read the first checkpoint that vouches for a position",
            description =
                    "Its last position is that one or a later one; 404 where none was taken since.")
    ResponseEntity<Checkpoints.Stored> at(
            @PathVariable String stream, @PathVariable long position) {
        requireStream(stream);
        return answer(
                checkpoints
                        .vouchingFor(stream, position)
                        .orElseThrow(() -> none("for this position")),
                FOR_EVER);
    }

    private static ResponseEntity<Checkpoints.Stored> answer(
            Checkpoints.Stored stored, Duration keep) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(keep).cachePrivate())
                .eTag(stored.checkpoint().keyId() + "." + stored.checkpoint().number())
                .body(stored);
    }

    private void requireStream(String stream) {
        if (links.head(stream).isEmpty() || checkpoints.isOwn(stream)) {
            throw Problem.notFound("The stream");
        }
    }

    private static Problem none(String what) {
        return Problem.notFound("A checkpoint " + what);
    }
}
