package org.whitelane.chassis.journal;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;

import java.util.List;

/**
 * Who did what to an object, for auditors. Exists only where the auditor's credentials are
 * configured. An operator, who can erase and restore, does not read what people did.
 */
@RestController
@PreAuthorize("hasRole('AUDITOR')")
class AuditController {

    private final AuditDesk desk;
    private final Cursors cursors;

    AuditController(AuditDesk desk, Cursors cursors) {
        this.desk = desk;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/${whitelane.api-path}/audit")
    @Operation(
            summary = "Read who did what to an object, and why",
            description = "Every reading is itself recorded.")
    @Parameter(in = QUERY, name = "subject", schema = @Schema(type = "string", maxLength = 200))
    @Parameter(in = QUERY, name = "actor", schema = @Schema(type = "string", maxLength = 200))
    @Parameter(in = QUERY, name = "type", schema = @Schema(type = "string", maxLength = 200))
    @Parameter(in = QUERY, name = "from", schema = @Schema(type = "string", format = "date-time"))
    @Parameter(in = QUERY, name = "to", schema = @Schema(type = "string", format = "date-time"))
    Page<AuditEntry> read(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
            Paging paging,
            Caller caller) {
        var filter = AuditQuery.filter(query);
        // the cursor belongs to this filter and reader
        var scope = "audit %s %s %s".formatted(filter, caller.issuer(), caller.subject());
        return Page.of(
                desk.read(filter, after(scope, paging), paging.fetch(), caller),
                paging,
                AuditTrail.Row::entry,
                last -> cursors.encode(scope, List.of(Long.toString(last.number()))));
    }

    private long after(String scope, Paging paging) {
        var cursor = paging.cursor();
        return cursor == null ? 0 : Long.parseLong(cursors.decode(scope, cursor).getFirst());
    }
}
