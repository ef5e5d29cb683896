package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Problem;

import java.util.Map;

/** Asks the instance that leads for checkpoints now. Repeating it is harmless. */
@RestController
class CheckpointAdminController {

    private final Checkpoints checkpoints;
    private final CheckpointKeys keys;
    private final Journal journal;
    private final String service;

    CheckpointAdminController(
            Checkpoints checkpoints, CheckpointKeys keys, Journal journal, String service) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.journal = journal;
        this.service = service;
    }

    @PostMapping("/api/v1/${whitelane.api-path}/admin/checkpoints")
    @Operation(
            summary = "Have a checkpoint taken of every stream that moved",
            description =
                    "Within seconds, by the instance that sequences; they come as events and under"
                            + " `checkpoints`. Streams that are stopped get none.")
    @PreAuthorize("hasRole('OPERATOR')")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    Asked take(Caller caller) {
        if (!keys.canSign()) {
            throw Problem.conflict(
                    "checkpoint-key-missing",
                    "This service has no key to sign checkpoints with; set"
                            + " whitelane.checkpoints.key-file.");
        }
        checkpoints.ask();
        journal.append(
                new InternalEvent(
                        "org.whitelane.chassis.checkpoints-asked.v1",
                        "checkpoints",
                        Map.of("keyId", keys.keyId())),
                PrivatePart.by(caller.subject()));
        return new Asked(service, keys.keyId());
    }

    /**
     * @param keyId what they will be signed with
     */
    record Asked(String service, String keyId) {}
}
