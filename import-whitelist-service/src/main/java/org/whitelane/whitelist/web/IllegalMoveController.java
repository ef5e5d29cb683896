package org.whitelane.whitelist.web;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;

import java.util.List;
import java.util.Locale;

/** For whoever runs the suite: which clients and desks do not know where they are. */
@RestController
@RequestMapping("/api/v1/whitelist/admin/illegal-moves")
class IllegalMoveController {

    private final IllegalMoves moves;
    private final Cursors cursors;

    IllegalMoveController(IllegalMoves moves, Cursors cursors) {
        this.moves = moves;
        this.cursors = cursors;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    @Operation(
            summary = "List the moves that were tried although the tables do not have them",
            description =
                    "Each was answered with 409 `illegal-move`. The newest first; by kind of thing,"
                        + " or of one thing. They are kept for 90 days and up to 100,000, unless"
                        + " configured otherwise.")
    Page<IllegalMove> list(
            @RequestParam(required = false) @Nullable Aggregate aggregate,
            @RequestParam(required = false) @Nullable String object,
            Paging paging) {
        var kind = aggregate == null ? null : aggregate.code();
        // the cursor belongs to this filter
        var scope = "illegal-moves %s %s".formatted(kind, object);
        var cursor = paging.cursor();
        var before = cursor == null ? null : Long.valueOf(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                moves.page(kind, object, before, paging.fetch()),
                paging,
                move -> move,
                last -> cursors.encode(scope, List.of(Long.toString(last.id()))));
    }

    enum Aggregate {
        REQUEST,
        BATCH,
        ENTRY,
        DECLARATION,
        UNIT,
        BAN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
