package org.whitelane.notification.delivery;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Problem;

import java.util.UUID;

/** Who was told a fact by mail, and whether its correction reached them. */
@RestController
class AlertToldController {

    private final AlertToldLog log;

    AlertToldController(AlertToldLog log) {
        this.log = log;
    }

    @GetMapping("/api/v1/notification/admin/alerts/{eventId}/told")
    @Operation(
            summary = "Count who was told of an event by mail, and of its correction",
            description =
                    "`correction` says of those who were told the old fact how many were sent the"
                            + " event that supersedes it. Who was told by topic or feed, the"
                            + " producing service tells.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    AlertToldView read(@PathVariable UUID eventId) {
        return log.find(eventId).orElseThrow(() -> Problem.notFound("An alert for this event"));
    }
}
