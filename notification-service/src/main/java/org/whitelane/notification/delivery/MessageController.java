package org.whitelane.notification.delivery;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was queued, sent, refused, and what is uncertain. */
@RestController
class MessageController {

    private static final UUID FIRST_ID = new UUID(0, 0);

    private final MessageLog log;
    private final Cursors cursors;

    MessageController(MessageLog log, Cursors cursors) {
        this.log = log;
        this.cursors = cursors;
    }

    @GetMapping("/api/v1/notification/admin/messages")
    @Operation(
            summary = "List the mails that were queued, sent or refused",
            description =
                    "Without addresses and texts. `uncertain` is a mail of which the end of"
                            + " an attempt is unknown: it may have arrived twice, with the same "
                            + "Message-ID.")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    public Page<MessageView> list(
            @RequestParam(required = false) @Nullable String status, Paging paging) {
        var filter = MessageFilter.parse(status);
        var scope = "messages/" + filter;
        var time = Instant.EPOCH;
        var id = FIRST_ID;
        if (paging.cursor() != null) {
            var keys = cursors.decode(scope, paging.cursor());
            time = Instant.parse(keys.get(0));
            id = UUID.fromString(keys.get(1));
        }
        return Page.of(
                log.list(filter, time, id, paging.fetch()),
                paging,
                view -> view,
                view ->
                        cursors.encode(
                                scope, List.of(view.queuedAt().toString(), view.id().toString())));
    }
}
