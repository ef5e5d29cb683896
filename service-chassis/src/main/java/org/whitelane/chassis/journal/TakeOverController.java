package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;

import java.util.List;

/** The way out for a stream whose database was restored from an older backup. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/admin/streams/{stream}/taken-over")
class TakeOverController {

    private final TakeOverService service;
    private final TakenOver takenOver;
    private final Cursors cursors;

    TakeOverController(TakeOverService service, TakenOver takenOver, Cursors cursors) {
        this.service = service;
        this.takenOver = takenOver;
        this.cursors = cursors;
    }

    @PostMapping
    @Operation(
            summary = "Take events over from the topic that the journal has lost",
            description =
                    "For a stream that stopped because its topic is ahead. Verifies that they"
                            + " continue the journal's chain; if not, nothing is taken over and the"
                            + " first faulty position is named. Their private parts are lost.")
    @PreAuthorize("hasRole('OPERATOR')")
    TakeOverService.Done takeOver(
            @PathVariable String stream, @Body TakeOverRequest request, Caller caller) {
        return service.takeOver(stream, request.reason(), caller.subject());
    }

    @GetMapping
    @Operation(
            summary = "List the objects whose state was lost with a database",
            description =
                    "Their events were taken over from the topic; what else the service had saved"
                            + " with them it does not know any more.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    Page<TakenOver.LostState> list(@PathVariable String stream, Paging paging) {
        var scope = "taken-over " + stream;
        var cursor = paging.cursor();
        var after = cursor == null ? "" : cursors.decode(scope, cursor).getFirst();
        return Page.of(
                takenOver.list(stream, after, paging.fetch()),
                paging,
                lost -> lost,
                last -> cursors.encode(scope, List.of(last.aggregate())));
    }

    record TakeOverRequest(@NotBlank @Size(max = 1000) String reason) {}
}
