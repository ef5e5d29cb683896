package org.whitelane.chassis.inbox;

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

import java.util.List;

/** What this service reads of others, for whoever runs the suite. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/admin/consumers")
class ConsumerController {

    private final RebuildService service;

    ConsumerController(RebuildService service) {
        this.service = service;
    }

    @GetMapping
    @Operation(summary = "Show the consumers, and how far a rebuild has come")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    ConsumerList list() {
        return new ConsumerList(service.all());
    }

    @PostMapping("/{consumer}/rebuild")
    @Operation(
            summary = "Rebuild a projection from its topics",
            description =
                    "Empties it and reads its topics from the beginning. Until it is whole again,"
                            + " whoever needs it is told that the party is not known yet. Asking"
                            + " again meanwhile changes nothing. An effect, such as mail, is"
                            + " refused: it would act again.")
    @PreAuthorize("hasRole('OPERATOR')")
    ConsumerView rebuild(
            @PathVariable String consumer, @Body RebuildRequest request, Caller caller) {
        return service.rebuild(consumer, request.reason(), caller.subject());
    }

    record RebuildRequest(@NotBlank @Size(max = 1000) String reason) {}

    record ConsumerList(List<ConsumerView> items) {}
}
