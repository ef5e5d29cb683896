package org.whitelane.chassis.feed;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Problem;

import java.util.UUID;

/** Who was told a fact, and whether its correction reached them. */
@RestController
class ToldController {

    private final ToldDesk desk;

    ToldController(ToldDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/${whitelane.api-path}/admin/events/{eventId}/told")
    @Operation(
            summary = "Show which readers were told of an event, and of its correction",
            description =
                    "`correction` is there once another event supersedes this one, and says which"
                            + " of the readers who were given the old fact have acknowledged the"
                            + " new one. Who was told by mail, notification-service tells.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    ToldView read(@PathVariable UUID eventId) {
        var event = find(eventId.toString());
        var view = ToldView.of(event, desk.toldOf(event));
        var by = event.supersededBy();
        if (by == null) {
            return view;
        }
        var correction = find(by);
        return view.corrected(correction, desk.toldOf(correction));
    }

    private Statement find(String event) {
        return desk.find(event).orElseThrow(() -> Problem.notFound("A published event of this id"));
    }
}
